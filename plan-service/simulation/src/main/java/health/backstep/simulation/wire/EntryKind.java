package health.backstep.simulation.wire;

import health.backstep.profile.assessment.wire.AssessmentRequest;
import health.backstep.profile.clearance.wire.ClearanceRequest;
import health.backstep.session.checkin.wire.CheckInRequest;
import health.backstep.session.flare.wire.FlareRequest;
import health.backstep.session.workout.wire.SessionRequest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The kinds of entries of a history, told apart by the fields that only one of them has. */
public enum EntryKind {
  SESSION(SessionRequest.class),
  CHECK_IN(CheckInRequest.class),
  FLARE(FlareRequest.class),
  ASSESSMENT(AssessmentRequest.class),
  CLEARANCE(ClearanceRequest.class);

  /** Stands in a session and in the check-in that follows it. */
  static final String SESSION_ID = "sessionId";

  /** When a clearance was recorded; the other kinds tell their time themselves. */
  static final String RECORDED_AT = "at";

  private final Class<?> body;

  EntryKind(Class<?> body) {
    this.body = body;
  }

  /** What is posted to the service. */
  Class<?> body() {
    return body;
  }

  /** The fields of this kind that no other kind has. */
  Set<String> ownFields() {
    Set<String> own = new TreeSet<>(fields());
    Arrays.stream(values())
        .filter(kind -> kind != this)
        .map(EntryKind::fields)
        .forEach(own::removeAll);
    return own;
  }

  /** How each kind is known, in words for the caller. */
  static String howToTellApart() {
    return Arrays.stream(values())
        .map(kind -> kind + " has " + String.join(", ", kind.ownFields()))
        .collect(Collectors.joining("; "));
  }

  private Set<String> fields() {
    return Arrays.stream(body.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }
}
