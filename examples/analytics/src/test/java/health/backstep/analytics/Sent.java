package health.backstep.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records as a service sends them. */
final class Sent {

  static final UUID PATIENT = UUID.fromString("019a9f5e-0000-7000-8000-000000000001");

  private final String service;
  private final UUID patient;
  private String tenant = "north-clinic";
  private long sequence;

  private Sent(String service, UUID patient) {
    this.service = service;
    this.patient = patient;
  }

  static Sent by(String service, UUID patient) {
    return new Sent(service, patient);
  }

  static Sent bySession() {
    return new Sent("session", PATIENT);
  }

  static Sent byPlan() {
    return new Sent("plan", PATIENT);
  }

  Sent forPartner(String name) {
    tenant = name;
    return this;
  }

  /** The next record of the stream. */
  ConsumerRecord<byte[], byte[]> next(String type, String time, String payload) {
    return record(headers(type, time), payload.getBytes(UTF_8));
  }

  ConsumerRecord<byte[], byte[]> session(String at) {
    return next("pt.session.session-recorded.v1", at, "{\"startedAt\": \"%s\"}".formatted(at));
  }

  ConsumerRecord<byte[], byte[]> flare(String id, String episode, String severity, String at) {
    return next(
        "pt.session.pain-flare-reported.v1",
        at,
        "{\"flareId\": \"%s\", \"episode\": \"%s\", \"severity\": \"%s\", \"at\": \"%s\"}"
            .formatted(id, episode, severity, at));
  }

  ConsumerRecord<byte[], byte[]> plan(
      String kind, int version, String status, int perWeek, String restUntil, String at) {
    return next(
        "pt.plan.plan-" + kind + ".v1",
        at,
        "{\"planVersion\": %d, \"status\": \"%s\", \"sessionsPerWeek\": %d, \"restUntil\": %s}"
            .formatted(
                version, status, perWeek, restUntil == null ? null : "\"" + restUntil + "\""));
  }

  Map<String, String> headers(String type, String time) {
    sequence++;
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_source", "/" + service + "-service");
    headers.put("ce_type", type);
    headers.put("ce_time", Instant.parse(time).toString());
    headers.put("ce_subject", patient.toString());
    headers.put("ce_tenant", tenant);
    headers.put("ce_sequence", Long.toString(sequence));
    return headers;
  }

  ConsumerRecord<byte[], byte[]> record(Map<String, String> headers, byte[] payload) {
    ConsumerRecord<byte[], byte[]> sent =
        new ConsumerRecord<>(
            "pt." + service + ".events.v1", 0, 0, patient.toString().getBytes(UTF_8), payload);
    headers.forEach((name, value) -> sent.headers().add(name, value.getBytes(UTF_8)));
    return sent;
  }
}
