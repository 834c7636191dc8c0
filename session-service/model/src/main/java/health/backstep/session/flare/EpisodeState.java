package health.backstep.session.flare;

import health.backstep.session.pain.PainReading;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The life of flare episodes as a fold (FL-EPISODE): a report opens an episode, raises it or
 * belongs to it; calm readings or an assessment settle it; the next report opens another.
 *
 * <p>Records may come late. Each is judged against the state it finds, by its own time:
 *
 * <ul>
 *   <li>A report that finds no open episode opens one, also when its time lies within an episode
 *       that has settled or before the last assessment: a flare is never swallowed. Nothing that
 *       was recorded before settles it.
 *   <li>A report older than the open episode's last one belongs to it and may escalate it, but does
 *       not undo calm days that came after its time.
 *   <li>A reading or an assessment not later than the last report settles nothing.
 * </ul>
 */
public sealed interface EpisodeState permits NoEpisode, OpenEpisode {

  /** No flare is open. */
  static EpisodeState none() {
    return new NoEpisode();
  }

  /**
   * Takes in a report.
   *
   * @param newFlare names a new episode; asked only when one opens
   */
  EpisodeStep onReport(FlareReport report, Settling settling, Supplier<FlareId> newFlare);

  /** Takes in a pain reading that is no flare. */
  EpisodeStep onReading(PainReading reading, Settling settling);

  /** Takes in a new assessment. */
  EpisodeStep onAssessment(Instant assessedAt);
}
