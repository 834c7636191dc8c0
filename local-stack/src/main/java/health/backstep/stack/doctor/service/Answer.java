package health.backstep.stack.doctor.service;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param date its header of this name
 * @param before and {@code after}: when it was asked and had answered, by our clock
 */
record Answer(int status, String body, Optional<String> date, Instant before, Instant after) {

  static final int OK = 200;

  /** The service's clock to the second, or that of a proxy before it, if it tells. */
  Optional<Instant> clock() {
    try {
      return date.map(
          text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
