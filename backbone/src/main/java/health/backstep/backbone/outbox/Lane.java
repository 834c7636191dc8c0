package health.backstep.backbone.outbox;

/** The rows whose order counts among themselves: those of one key, a patient, on one topic. */
record Lane(String topic, String key) {}
