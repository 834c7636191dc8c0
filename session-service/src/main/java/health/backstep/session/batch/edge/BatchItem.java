package health.backstep.session.batch.edge;

import health.backstep.session.checkin.wire.CheckInRequest;
import health.backstep.session.flare.wire.FlareRequest;
import health.backstep.session.workout.wire.SessionRequest;
import health.backstep.wire.Fault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One record of a batch: a session, a check-in or a flare, with the body of its own route.
 *
 * @param id the app's own id of the record; sent again with the same body it gets the same answer
 *     and records nothing
 * @param sessionId of the session that a check-in follows
 * @param sessionItem the same by the id of the session's item, in this batch or an earlier one
 */
public record BatchItem(
    @NotNull UUID id,
    @NotNull UUID patientId,
    @Nullable @Valid SessionRequest session,
    @Nullable @Valid CheckInRequest checkIn,
    @Nullable @Valid FlareRequest flare,
    @Nullable UUID sessionId,
    @Nullable UUID sessionItem) {

  /** What bean validation cannot say of it: one body, and a session only for a check-in. */
  List<Fault> faults() {
    if (Stream.of(present(session), present(checkIn), present(flare)).filter(is -> is).count()
        != 1) {
      return List.of(
          new Fault("", "ITEM_UNCLEAR", "an item has one of session, checkIn and flare"));
    }
    if (checkIn == null && (sessionId != null || sessionItem != null)) {
      return List.of(new Fault("", "ITEM_UNCLEAR", "only a check-in follows a session"));
    }
    return sessionId != null && sessionItem != null
        ? List.of(
            new Fault(
                "/sessionItem",
                "ITEM_UNCLEAR",
                "a check-in names its session by sessionId or by sessionItem, not by both"))
        : List.of();
  }

  /** When it happened: a session counts at its end. */
  Instant at() {
    if (session != null) {
      return session.endedAt().toInstant();
    }
    return checkIn != null ? checkIn.at().toInstant() : flare.at().toInstant();
  }

  /** Name of the body's field. */
  String kind() {
    if (session != null) {
      return "session";
    }
    return checkIn != null ? "checkIn" : "flare";
  }

  private static boolean present(@Nullable Object body) {
    return body != null;
  }
}
