/**
 * Where an analyst may start from: reads Backstep's event topics with nothing but the Kafka client,
 * proves by sequence that no event is missing, and writes figures by day.
 */
package health.backstep.analytics;
