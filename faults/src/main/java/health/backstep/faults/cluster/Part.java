package health.backstep.faults.cluster;

/** A process of the cluster that can be hurt. Each call returns when it has happened. */
public interface Part {

  /** Such as {@code plan-service-2}, {@code broker-1} or {@code postgres}. */
  String name();

  boolean isRunning();

  /** Ends it at once (SIGKILL). */
  void kill();

  /** Asks it to end and waits for that (SIGTERM, PostgreSQL: immediate shutdown). */
  void stop();

  /**
   * Starts it on what it left behind; does nothing when it runs. Does not wait until it is ready.
   */
  void start();

  /** Whether it answers. */
  boolean isReady();

  /** Holds it still (SIGSTOP): its connections stay open and nothing answers. */
  void freeze();

  /** Lets it go on (SIGCONT). */
  void thaw();

  /** Bytes of memory that it has in use (resident set), 0 when it does not run. */
  long residentBytes();
}
