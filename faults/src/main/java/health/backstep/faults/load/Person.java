package health.backstep.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A patient as the app knows it. The records lie in the past and come closer to today with each
 * one, hours apart, so that flares settle and come back as they do in a life.
 */
final class Person {

  private static final Duration LONG_AGO = Duration.ofDays(90);
  private static final int SHORTEST_HOURS = 5;
  private static final int HOURS_SPREAD = 25;
  private static final Duration BEFORE_NOW = Duration.ofMinutes(1);

  private final String tenant;
  private final UUID id;
  private final Clock clock;
  private Instant at;
  private String etag;
  private JsonNode plan = MissingNode.getInstance();
  private Optional<String> lastEvent = Optional.empty();
  private Optional<String> lastSession = Optional.empty();

  Person(String tenant, UUID id, String etag, Clock clock) {
    this.tenant = tenant;
    this.id = id;
    this.etag = etag;
    this.clock = clock;
    this.at = clock.instant().minus(LONG_AGO).truncatedTo(ChronoUnit.SECONDS);
  }

  String tenant() {
    return tenant;
  }

  UUID id() {
    return id;
  }

  String path() {
    return "/v1/patients/" + id;
  }

  /** The time of the next record, some hours after the last one and never in the future. */
  OffsetDateTime later(RandomGenerator random) {
    Instant next = at.plus(Duration.ofHours(SHORTEST_HOURS + random.nextInt(HOURS_SPREAD)));
    Instant latest = clock.instant().minus(BEFORE_NOW).truncatedTo(ChronoUnit.SECONDS);
    at = next.isBefore(latest) ? next : latest;
    return at.atOffset(ZoneOffset.UTC);
  }

  String etag() {
    return etag;
  }

  void etag(String seen) {
    etag = seen;
  }

  /** The plan as it was last read; missing when it never was. */
  JsonNode plan() {
    return plan;
  }

  void plan(JsonNode read) {
    plan = read;
  }

  boolean hasExercises() {
    return !plan.path("items").isEmpty();
  }

  Optional<String> lastEvent() {
    return lastEvent;
  }

  Optional<String> lastSession() {
    return lastSession;
  }

  /** Keeps the ids of what was accepted. */
  void accepted(JsonNode answer) {
    if (answer.path("flare").hasNonNull("eventId")) {
      lastEvent = Optional.of(answer.path("flare").path("eventId").asText());
    } else if (answer.hasNonNull("eventId")) {
      lastEvent = Optional.of(answer.path("eventId").asText());
    }
    if (answer.hasNonNull("sessionId")) {
      lastSession = Optional.of(answer.path("sessionId").asText());
    }
  }
}
