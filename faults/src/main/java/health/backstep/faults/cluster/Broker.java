package health.backstep.faults.cluster;

/** One of the brokers. */
public interface Broker extends Part {

  /** Empties its disk while it does not run, as after the loss of a machine. */
  void wipe();

  /** The folder of its log. */
  java.nio.file.Path folder();
}
