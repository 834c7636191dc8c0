/** Kafka, its topics and how far the services have read them. */
package health.backstep.stack.doctor.broker;
