package health.backstep.session.flare;

import java.util.Optional;

/** Where an episode stands after a record, and what happened on the way, if anything did. */
public record EpisodeStep(EpisodeState state, Optional<EpisodeEvent> event) {

  static EpisodeStep nothingHappened(EpisodeState state) {
    return new EpisodeStep(state, Optional.empty());
  }

  static EpisodeStep of(EpisodeState state, EpisodeEvent event) {
    return new EpisodeStep(state, Optional.of(event));
  }
}
