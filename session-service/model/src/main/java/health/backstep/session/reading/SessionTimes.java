package health.backstep.session.reading;

import health.backstep.session.workout.SessionId;
import java.time.Instant;
import java.util.Objects;

/** When a session was: soreness counts from its end, the morning after from its day. */
public record SessionTimes(SessionId id, Instant startedAt, Instant endedAt) {

  public SessionTimes {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(endedAt, "endedAt");
  }
}
