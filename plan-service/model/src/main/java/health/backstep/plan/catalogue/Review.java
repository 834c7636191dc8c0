package health.backstep.plan.catalogue;

import health.backstep.rules.FrighteningLabels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Looks through reviewed exercises for everything that does not fit together. */
public final class Review {

  /** What the instructions of a loaded exercise begin with (PL-BRACE, RTB-BRACE). */
  static final String BRACING = "Tighten your stomach gently";

  private final Predicate<String> knownSource;
  private final List<CatalogueFault> faults = new ArrayList<>();

  private Review(Predicate<String> knownSource) {
    this.knownSource = knownSource;
  }

  /**
   * Every fault of all exercises.
   *
   * @param knownSource whether a source or statement of that id exists
   */
  public static List<CatalogueFault> faults(
      List<Reviewed> exercises, Predicate<String> knownSource) {
    Review review = new Review(knownSource);
    review.names(exercises);
    review.faults.addAll(Ladders.faults(exercises));
    for (Reviewed exercise : exercises) {
      review.words(exercise);
      review.sources(exercise);
      review.safety(exercise);
      review.levels(exercise);
    }
    return List.copyOf(review.faults);
  }

  private void names(List<Reviewed> exercises) {
    Map<String, String> files = new HashMap<>();
    for (Reviewed exercise : exercises) {
      String before = files.putIfAbsent(exercise.exercise().id(), exercise.file());
      if (before != null) {
        faults.add(exercise.fault("/id", "is there twice, first in " + before));
      }
    }
  }

  private void words(Reviewed reviewed) {
    Exercise exercise = reviewed.exercise();
    text(reviewed, "/name", exercise.name());
    text(reviewed, "/instructions/what", exercise.what());
    text(reviewed, "/instructions/feel", exercise.feel());
    text(reviewed, "/stopSigns", exercise.stopSigns());
    for (int i = 0; i < exercise.levels().size(); i++) {
      text(reviewed, "/levels/" + i + "/variation", exercise.levels().get(i).variation());
    }
  }

  private void text(Reviewed reviewed, String place, String text) {
    if (text.isBlank()) {
      faults.add(reviewed.fault(place, "is missing; say it in calm, plain words"));
    }
    FrighteningLabels.firstIn(text)
        .ifPresent(label -> faults.add(reviewed.fault(place, "frightens with \"" + label + "\"")));
  }

  private void sources(Reviewed reviewed) {
    List<Stance> stances = reviewed.exercise().stances();
    for (int i = 0; i < stances.size(); i++) {
      String place = "/stances/" + i;
      if (!knownSource.test(stances.get(i).source())) {
        faults.add(reviewed.fault(place + "/source", "names a source that is not known"));
      }
      String statement = stances.get(i).statement();
      if (statement != null && !knownSource.test(statement)) {
        faults.add(reviewed.fault(place + "/statement", "names a statement that is not known"));
      }
    }
  }

  private void safety(Reviewed reviewed) {
    Exercise exercise = reviewed.exercise();
    boolean recommended = exercise.isRecommended() && !exercise.isAdvisedAgainst();
    if (recommended && exercise.impact() == Impact.HIGH) {
      faults.add(reviewed.fault("/impact", "is HIGH, but the exercise is recommended"));
    }
    if (exercise.isLoaded() && !exercise.what().startsWith(BRACING)) {
      faults.add(
          reviewed.fault(
              "/instructions/what", "has to begin with the bracing cue, \"" + BRACING + " ...\""));
    }
    if (exercise.load() == Load.EXTERNAL && exercise.demand().compareTo(Demand.MODERATE) < 0) {
      faults.add(reviewed.fault("/demand", "is too little for a load from outside"));
    }
    if (exercise.kind() == Kind.RELIEF && exercise.demand() != Demand.RESTING) {
      faults.add(reviewed.fault("/demand", "has to be RESTING in a position that eases"));
    }
    if (exercise.isContested() && !exercise.late()) {
      faults.add(reviewed.fault("/late", "has to be true, because the sources disagree"));
    }
    if (exercise.onlyWithBias() && exercise.direction() == Direction.NEUTRAL) {
      faults.add(reviewed.fault("/onlyWithBias", "needs a direction that a back can prefer"));
    }
  }

  private void levels(Reviewed reviewed) {
    List<Level> levels = reviewed.exercise().levels();
    if (levels.isEmpty()) {
      faults.add(reviewed.fault("/levels", "holds no level; at least one is needed"));
    }
    int workBefore = 0;
    for (int i = 0; i < levels.size(); i++) {
      Level level = levels.get(i);
      if (level.number() != i + 1) {
        String message = "is level " + level.number() + " in place " + (i + 1);
        faults.add(reviewed.fault("/levels/" + i + "/level", message));
      }
      int work = level.dose().workSeconds();
      if (work < workBefore) {
        String message = "is " + work + " s of work, the level below " + workBefore + " s";
        faults.add(reviewed.fault("/levels/" + i, message));
      }
      workBefore = work;
    }
  }
}
