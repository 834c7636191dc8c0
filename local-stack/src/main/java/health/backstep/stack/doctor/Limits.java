package health.backstep.stack.doctor;

import java.time.Duration;

/**
 * From where on something is told. Those of the event flow are the ones of the alerts in {@code
 * deploy/prometheus/rules}.
 *
 * @param diskWrong free bytes below which the database and the broker soon stop
 * @param diskWarning free bytes below which somebody should make room
 * @param memory free bytes below which the machine soon ends a process
 * @param clock how far two clocks may be apart
 * @param silence how long Kafka may not be heard of
 * @param waiting how long an event may wait in the outbox
 * @param parked how long an event may wait for those before it
 * @param lag records that a service may have to read
 * @param certificate how long before its end a certificate is told of
 */
public record Limits(
    long diskWrong,
    long diskWarning,
    long memory,
    Duration clock,
    Duration silence,
    Duration waiting,
    Duration parked,
    long lag,
    Duration certificate) {

  private static final long MEGABYTE = 1L << 20;

  public static Limits standard() {
    return new Limits(
        500 * MEGABYTE,
        2_000 * MEGABYTE,
        250 * MEGABYTE,
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        1_000,
        Duration.ofDays(21));
  }

  /** The same with other limits of the disk. */
  public Limits withDisk(long wrong, long warning) {
    return new Limits(wrong, warning, memory, clock, silence, waiting, parked, lag, certificate);
  }
}
