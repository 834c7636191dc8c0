/** A topic sent again from the outbox of the service that owns it, after Kafka lost records. */
package health.backstep.stack.rebuild;
