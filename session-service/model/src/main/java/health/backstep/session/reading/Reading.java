package health.backstep.session.reading;

import health.backstep.session.flare.EpisodeEvent;
import health.backstep.session.flare.FlareReport;
import health.backstep.session.redflag.RedFlagRaised;
import java.util.List;
import java.util.Optional;

/**
 * What a record says, what it did to the patient's flares, and where the patient stands after it.
 *
 * @param outcome green for an assessment, and for a check-in or report that asks for nothing
 * @param flare present exactly when the outcome is a flare
 * @param episode what happened to an episode, if anything did
 * @param redFlag independent of the outcome: a green session can raise one
 * @param reasons in conflict order, red flags first
 * @param soreExercises ids of the exercises in which an ache from the warm-up went on or came back
 *     (SO-3); empty for all but sessions
 * @param next to be remembered until the next record
 */
public record Reading(
    Outcome outcome,
    Optional<FlareReport> flare,
    Optional<EpisodeEvent> episode,
    Optional<RedFlagRaised> redFlag,
    List<Reason> reasons,
    List<String> soreExercises,
    CourseState next) {

  public Reading {
    reasons = List.copyOf(reasons);
    soreExercises = List.copyOf(soreExercises);
  }
}
