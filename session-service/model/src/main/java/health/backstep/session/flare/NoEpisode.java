package health.backstep.session.flare;

import health.backstep.session.pain.PainReading;
import java.time.Instant;
import java.util.Collections;
import java.util.function.Supplier;

/** No flare is open: there never was one, or the last has settled. */
public record NoEpisode() implements EpisodeState {

  @Override
  public EpisodeStep onReport(FlareReport report, Settling settling, Supplier<FlareId> newFlare) {
    FlareId flareId = newFlare.get();
    return EpisodeStep.of(
        new OpenEpisode(
            flareId, report.at(), report.at(), report.severity(), Collections.emptySortedMap()),
        new EpisodeEvent.Opened(flareId, report));
  }

  @Override
  public EpisodeStep onReading(PainReading reading, Settling settling) {
    return EpisodeStep.nothingHappened(this);
  }

  @Override
  public EpisodeStep onAssessment(Instant assessedAt) {
    return EpisodeStep.nothingHappened(this);
  }
}
