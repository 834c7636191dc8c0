package health.backstep.safety.run;

import health.backstep.plan.history.PlanEvent.ExerciseDone;
import health.backstep.plan.routine.Item;
import health.backstep.safety.history.Happening.SessionDone;
import health.backstep.safety.history.PlanEvents;
import java.util.ArrayList;
import java.util.List;

/** The exercises of a plan by their places, which happenings name as bits. */
record Places(List<Item> items) {

  private static final int HURTING = 4;
  private static final int EASY = 1;
  private static final int TO_SPARE = 2;

  List<String> in(int places) {
    List<String> exercises = new ArrayList<>();
    for (int place = 0; place < items.size(); place++) {
      if (isIn(places, place)) {
        exercises.add(items.get(place).exerciseId());
      }
    }
    return exercises;
  }

  List<ExerciseDone> done(SessionDone session) {
    List<ExerciseDone> done = new ArrayList<>();
    for (int place = 0; place < items.size(); place++) {
      int pain = isIn(session.hurt(), place) ? HURTING : EASY;
      int more = isIn(session.spare(), place) ? TO_SPARE : 0;
      done.add(PlanEvents.done(items.get(place), pain, more));
    }
    return done;
  }

  private static boolean isIn(int places, int place) {
    return (places >> place & 1) == 1;
  }
}
