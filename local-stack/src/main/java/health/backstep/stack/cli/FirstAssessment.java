package health.backstep.stack.cli;

import health.backstep.stack.platform.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** An assessment of today to try the platform with, too long for a line to copy. */
final class FirstAssessment {

  private static final int ONSET_DAYS_AGO = 27;

  private FirstAssessment() {}

  static Path writtenInto(DataFolder data) {
    Path file = data.root().resolve("run/first-assessment.json");
    OffsetDateTime now = OffsetDateTime.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
    String onset = now.toLocalDate().minusDays(ONSET_DAYS_AGO).toString();
    try {
      return Files.writeString(
          file,
          Template.named("first-assessment.json")
              .with(Map.of("now", now.toString(), "onset", onset)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
