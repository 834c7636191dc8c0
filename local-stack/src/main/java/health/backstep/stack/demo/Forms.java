package health.backstep.stack.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.stack.demo.Plan.Item;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What an app would send. */
public final class Forms {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> SAFETY_QUESTIONS =
      List.of(
          "saddleNumbness",
          "bladderOrBowelChange",
          "cancerHistory",
          "unexplainedWeightLoss",
          "feverOrInfection",
          "intravenousDrugUse",
          "immunosuppression",
          "prolongedSteroids",
          "significantTrauma",
          "spineContusion",
          "knownFractureOrTumour",
          "spinalSurgeryWithinYear");

  private Forms() {}

  /** A patient with a mat at home. */
  public static ObjectNode patient(int birthYear, int minutes, int sessionsPerWeek) {
    ObjectNode form = JSON.objectNode();
    form.put("birthYear", birthYear).put("timeZone", Story.ZONE.getId());
    form.putArray("equipment").add("MAT");
    return form.put("minutesPerSession", minutes).put("sessionsPerWeek", sessionsPerWeek);
  }

  /** A health professional's go-ahead. */
  public static ObjectNode clearance() {
    return JSON.objectNode().put("status", "CLEARED").put("loading", true).put("by", "Dr. Example");
  }

  /**
   * An assessment of a back that prefers extension, without warning signs.
   *
   * @param odi ten answers, each 0-5
   */
  public static ObjectNode assessment(
      OffsetDateTime at,
      LocalDate onset,
      int pain,
      int worst24h,
      String settling,
      List<Integer> odi) {
    ObjectNode form = JSON.objectNode();
    form.put("assessedAt", at.toString());
    form.putObject("pain")
        .put("now", pain)
        .put("average7d", pain)
        .put("worst24h", worst24h)
        .put("location", "LOW_BACK")
        .put("quality", "DULL")
        .put("onset", onset.toString())
        .put("nightPain", "NONE")
        .put("settling", settling);
    form.put("painSource", "MUSCULAR").put("adequateRest", true).put("activityBefore", "LIGHT");
    form.putArray("aggravatedBy").add("BENDING").add("SITTING");
    form.putArray("relievedBy").add("WALKING").add("LYING_PRONE");
    form.putArray("movementTests")
        .addObject()
        .put("direction", "EXTENSION")
        .put("location", "CENTRALISED")
        .put("intensity", "BETTER")
        .put("lasting", true);
    ObjectNode flags = form.putObject("redFlags");
    SAFETY_QUESTIONS.forEach(question -> flags.put(question, false));
    flags.put("legWeakness", "NONE");
    ObjectNode questionnaires = form.putObject("questionnaires");
    odi.forEach(questionnaires.withArray("odi")::add);
    questionnaires.putObject("startBack").put("total", 3).put("psychosocial", 1);
    return form;
  }

  /** A session of that plan, all of it done but for what hurt. */
  static ObjectNode session(Step.Session told, Plan plan, OffsetDateTime start) {
    Optional<String> hurting = told.hurt().map(hurt -> plan.likely(hurt.exerciseId()).exerciseId());
    ObjectNode form = JSON.objectNode();
    form.put("planVersion", plan.version());
    form.put("startedAt", start.toString());
    form.put("endedAt", start.plusSeconds(plan.number("estimatedSeconds")).toString());
    form.put("painBefore", told.before()).put("painAfter", told.after());
    for (Item item : plan.items()) {
      ObjectNode exercise = form.withArray("exercises").addObject();
      exercise.put("exerciseId", item.exerciseId()).put("level", item.level());
      if (hurting.equals(Optional.of(item.exerciseId()))) {
        stopped(exercise, told.hurt().orElseThrow());
      } else {
        done(exercise, item, told.during());
      }
    }
    return form;
  }

  static ObjectNode checkIn(Step.CheckIn told, OffsetDateTime at) {
    ObjectNode form = JSON.objectNode().put("at", at.toString()).put("pain", told.pain());
    form.putObject("soreness").put("present", false);
    return form;
  }

  /** A flare that worries but can be borne. */
  public static ObjectNode flare(OffsetDateTime at, int pain, int lastedHours, String trigger) {
    return JSON.objectNode()
        .put("at", at.toString())
        .put("pain", pain)
        .put("lastedHours", lastedHours)
        .put("hardToTolerate", false)
        .put("activitiesLimited", false)
        .put("worried", true)
        .put("quality", "DULL")
        .put("location", "LOW_BACK")
        .put("trigger", trigger);
  }

  private static void done(ObjectNode exercise, Item item, int pain) {
    exercise.put("setsDone", item.dose("sets")).put("painDuring", pain).put("exertion", 4);
    if (item.dose("secondsPerRep") > 0) {
      for (int set = 0; set < item.dose("sets"); set++) {
        exercise.withArray("repsDone").add(item.dose("reps"));
      }
    }
  }

  private static void stopped(ObjectNode exercise, Step.Hurt hurt) {
    exercise.put("setsDone", 1).put("painDuring", hurt.pain()).put("exertion", 5);
    exercise.withArray("repsDone").add(3);
    exercise.put("quality", hurt.quality()).put("location", "LOW_BACK").put("stopped", "PAIN");
  }
}
