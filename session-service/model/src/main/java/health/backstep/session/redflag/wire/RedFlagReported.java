package health.backstep.session.redflag.wire;

import health.backstep.session.pain.Origin;
import health.backstep.session.redflag.RedFlag;
import health.backstep.session.redflag.RedFlagRaised;
import health.backstep.session.redflag.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Payload of {@code pt.session.red-flag-raised.v1}. */
public record RedFlagReported(
    UUID patientId, Instant raisedAt, Urgency urgency, Origin origin, List<String> flags) {

  public static final String TYPE = "pt.session.red-flag-raised.v1";

  private static final String LEG_WEAKNESS = "LEG_WEAKNESS";

  public static RedFlagReported of(
      UUID patientId, Instant raisedAt, Origin origin, RedFlagRaised raised) {
    return new RedFlagReported(
        patientId,
        raisedAt,
        raised.urgency(),
        origin,
        raised.flags().stream().map(RedFlagReported::question).distinct().toList());
  }

  /** The contract names the question, not each of its answers. */
  private static String question(RedFlag flag) {
    return flag.name().startsWith(LEG_WEAKNESS) ? LEG_WEAKNESS : flag.name();
  }
}
