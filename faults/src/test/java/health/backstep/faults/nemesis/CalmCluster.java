package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Broker;
import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Database;
import health.backstep.faults.cluster.Instance;
import health.backstep.stack.broker.KafkaAccess;
import health.backstep.stack.platform.ServiceName;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/** A cluster in which nothing can go wrong, as there is hardly anything in it. */
final class CalmCluster implements Cluster {

  @Override
  public KafkaAccess kafka() {
    return KafkaAccess.open("");
  }

  @Override
  public List<Broker> brokers() {
    return List.of();
  }

  @Override
  public Database database() {
    return new AlwaysThere();
  }

  @Override
  public List<Instance> instances() {
    return List.of();
  }

  @Override
  public String token(String tenant) {
    return tenant;
  }

  @Override
  public Connection connect(ServiceName service) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public void wipeKafka() {}

  @Override
  public void close() {}

  /** A database that is ready. */
  private static final class AlwaysThere implements Database {

    @Override
    public void cutConnections() {}

    @Override
    public Path folder() {
      return Path.of("");
    }

    @Override
    public String name() {
      return "calm";
    }

    @Override
    public boolean isRunning() {
      return true;
    }

    @Override
    public void kill() {}

    @Override
    public void stop() {}

    @Override
    public void start() {}

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void freeze() {}

    @Override
    public void thaw() {}

    @Override
    public long residentBytes() {
      return 0;
    }
  }
}
