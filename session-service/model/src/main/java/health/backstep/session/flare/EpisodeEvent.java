package health.backstep.session.flare;

import java.time.Instant;

/** What happened to an episode. Opened and escalated change the plan, continued does not. */
public sealed interface EpisodeEvent {

  FlareId flareId();

  /** The first report of a flare. */
  record Opened(FlareId flareId, FlareReport report) implements EpisodeEvent {}

  /** A report that is strictly worse than all of this flare before it. */
  record Escalated(FlareId flareId, FlareReport report, Severity before) implements EpisodeEvent {}

  /** A report of the flare that is already open and no worse. */
  record Continued(FlareId flareId, FlareReport report) implements EpisodeEvent {}

  /** The flare is over: the plan from before it may come back (RG-TEMP). */
  record Settled(FlareId flareId, Instant at, SettledBy by) implements EpisodeEvent {}

  /** What ended a flare. */
  enum SettledBy {
    CALM_READINGS,
    ASSESSMENT
  }
}
