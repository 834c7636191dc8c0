package health.backstep.faults.compose;

import health.backstep.faults.cluster.Broker;
import health.backstep.faults.cluster.KafkaView;
import health.backstep.stack.broker.KafkaAccess;
import health.backstep.stack.compose.HostNames;
import java.nio.file.Path;

/** The broker of the Compose file. Its disk is a volume of the engine, out of our reach. */
final class ContainedBroker extends Container implements Broker {

  private static final int ID = 1;

  private final HostNames names;
  private final KafkaAccess kafka;

  ContainedBroker(String project, HostNames names, KafkaAccess kafka) {
    super(project, "kafka");
    this.names = names;
    this.kafka = kafka;
    tellAddress();
  }

  @Override
  public void start() {
    super.start();
    tellAddress();
  }

  @Override
  public boolean isReady() {
    return isRunning() && new KafkaView(kafka).knowsBroker(ID);
  }

  @Override
  public void wipe() {
    throw new UnsupportedOperationException("the broker's volume is not wiped");
  }

  @Override
  public Path folder() {
    throw new UnsupportedOperationException("the broker's disk is a volume");
  }

  private void tellAddress() {
    if (isRunning()) {
      names.put(name(), address());
    }
  }
}
