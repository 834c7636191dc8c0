package health.backstep.faults.cluster;

import health.backstep.stack.broker.KafkaAccess;
import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a fault run stands on: Kafka (with three brokers every topic is on all of them, writes
 * acknowledged by two), one PostgreSQL, and the services, some of them more than once.
 */
public interface Cluster extends AutoCloseable {

  /** All brokers, for a client of Kafka that may do everything. */
  KafkaAccess kafka();

  List<Broker> brokers();

  Database database();

  List<Instance> instances();

  /** The instances of one service. */
  default List<Instance> instances(ServiceName service) {
    return instances().stream().filter(instance -> instance.service() == service).toList();
  }

  /** A bearer token with every scope. */
  String token(String tenant);

  /** A connection of the superuser straight to the service's database, past walls and proxies. */
  Connection connect(ServiceName service) throws SQLException;

  /** Whether every part is ready and every partition is on all brokers that shall have it. */
  boolean isWhole();

  /**
   * Kafka is lost altogether: all brokers are killed, emptied and started again, and the topics are
   * made anew. Returns when they are there; what was on them is not.
   */
  void wipeKafka();

  @Override
  void close();
}
