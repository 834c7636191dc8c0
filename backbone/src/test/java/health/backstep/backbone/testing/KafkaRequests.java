package health.backstep.backbone.testing;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Requests to brokers, as the clients in this JVM count them; those of a test are among them. */
public final class KafkaRequests {

  private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

  private KafkaRequests() {}

  /** Of all producers that are open. */
  public static double ofProducers() {
    return sum("producer");
  }

  /** Of all consumers that are open. One that finds nothing asks again every half second. */
  public static double ofConsumers() {
    return sum("consumer");
  }

  private static double sum(String kind) {
    try {
      ObjectName clients =
          new ObjectName("kafka.%s:type=%s-metrics,client-id=*".formatted(kind, kind));
      double sum = 0;
      for (ObjectName client : BEANS.queryNames(clients, null)) {
        sum += (double) BEANS.getAttribute(client, "request-total");
      }
      return sum;
    } catch (JMException e) {
      throw new IllegalStateException("Kafka's clients do not tell their requests", e);
    }
  }
}
