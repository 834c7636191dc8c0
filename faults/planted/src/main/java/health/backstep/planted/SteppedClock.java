package health.backstep.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that is as far beside the time as a file says, in signed milliseconds. It is asked for
 * each time, so that the clock steps while the service works; without the file it is right.
 */
public final class SteppedClock extends Clock {

  /** The system property that names the file. */
  public static final String FILE = "backstep.faults.clock";

  private final Path file;
  private final ZoneId zone;

  SteppedClock(Path file, ZoneId zone) {
    this.file = file;
    this.zone = zone;
  }

  /** What a service gets in the place of its clock. */
  public static Clock create() {
    return new SteppedClock(Path.of(System.getProperty(FILE)), ZoneOffset.UTC);
  }

  @Override
  public Instant instant() {
    return Instant.now().plusMillis(step());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SteppedClock(file, other);
  }

  private long step() {
    try {
      String written = Files.exists(file) ? Files.readString(file).strip() : "";
      return written.isEmpty() ? 0 : Long.parseLong(written);
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
