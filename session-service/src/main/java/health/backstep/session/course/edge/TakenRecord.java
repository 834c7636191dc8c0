package health.backstep.session.course.edge;

import health.backstep.session.flare.Severity;
import health.backstep.session.flare.wire.Episode;
import health.backstep.session.reading.Reading;
import health.backstep.session.redflag.Urgency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a record came to, with the ids of the events that tell about it.
 *
 * @param flare when the record is a flare
 * @param settledFlare when it ended one
 * @param redFlag when an answer warned of a serious cause
 */
public record TakenRecord(
    Reading reading,
    @Nullable FlareView flare,
    @Nullable SettledView settledFlare,
    @Nullable RedFlagView redFlag) {

  /** A flare, and why it is one. */
  public record FlareView(
      UUID flareId, UUID eventId, Severity severity, Episode episode, List<ReasonView> reasons) {}

  /** A flare that is over. */
  public record SettledView(UUID flareId, UUID eventId) {}

  /** A warning sign, with what to do now in words for the patient. */
  public record RedFlagView(UUID eventId, Urgency urgency, String rule, String text) {}

  /** A rule that applied. */
  public record ReasonView(String rule, String text, String evidence, List<String> sources) {}
}
