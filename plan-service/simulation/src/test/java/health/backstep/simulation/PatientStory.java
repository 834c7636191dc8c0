package health.backstep.simulation;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.routine.Item;
import health.backstep.rules.RuleSet;
import health.backstep.simulation.wire.HistoryReading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A patient's story as an app would post it. Days count from the assessment, which is made at nine
 * in the morning; the patient follows the plan of the day.
 */
final class PatientStory {

  private static final Catalogue CATALOGUE = CatalogueFiles.read();
  private static final RuleSet RULES = RuleSet.current();
  private static final Instant NOW = Instant.parse("2027-12-01T00:00:00Z");
  private static final LocalDate DAY_0 = LocalDate.of(2026, 9, 1);

  private final List<String> history = new ArrayList<>();
  private String assessment = Bodies.assessment(on(0, "09:00"), 4, false);
  private String clearance = "null";

  static PatientStory assessed() {
    return new PatientStory();
  }

  static PatientStory assessedWithSaddleNumbness() {
    PatientStory story = new PatientStory();
    story.assessment = Bodies.assessment(on(0, "09:00"), 4, true);
    return story;
  }

  PatientStory withClearance(String body) {
    clearance = body;
    return this;
  }

  /** All of the plan is done, without pain above two. */
  PatientStory goodSession(int day) {
    return session(day, 2, "", UUID.randomUUID());
  }

  PatientStory goodSession(int day, UUID sessionId) {
    return session(day, 2, "", sessionId);
  }

  /** All of the plan is done, and the last exercise hurts sharply. */
  PatientStory sharpPain(int day) {
    return session(day, 6, "\"quality\": \"SHARP\", \"stopped\": \"PAIN\",", UUID.randomUUID());
  }

  PatientStory checkIn(int day, int pain) {
    return add(Bodies.checkIn(on(day, "08:00"), pain));
  }

  PatientStory checkInAfter(UUID sessionId, int day, int pain) {
    return add(
        Bodies.checkIn(on(day, "08:00"), pain)
            .replaceFirst("\\{", "{\"sessionId\": \"" + sessionId + "\", "));
  }

  PatientStory reportsFlare(int day, int pain) {
    return add(Bodies.flare(on(day, "18:00"), pain));
  }

  PatientStory reportsSaddleNumbness(int day) {
    return add(
        Bodies.checkIn(on(day, "12:00"), 3)
            .replaceFirst("\\{", "{\"redFlags\": {\"saddleNumbness\": true}, "));
  }

  PatientStory assessedAgain(int day, int average7d) {
    return add(Bodies.assessment(on(day, "09:00"), average7d, false));
  }

  PatientStory clearedAgain(int day) {
    return add(Bodies.clearance(on(day, "16:00")));
  }

  PatientStory toldInAnotherOrder() {
    Collections.shuffle(history, new Random(7));
    return this;
  }

  Simulated simulated() {
    return new Simulation(CATALOGUE, RULES)
        .run(
            HistoryReading.read(
                Bodies.request(Bodies.PATIENT, assessment, clearance, history), NOW),
            NOW);
  }

  /** A time of that day, where the patient lives. */
  static String on(int day, String time) {
    return ZonedDateTime.of(DAY_0.plusDays(day), LocalTime.parse(time), ZoneId.of("Europe/Berlin"))
        .toOffsetDateTime()
        .toString();
  }

  private PatientStory session(int day, int worst, String lastSigns, UUID sessionId) {
    PlanVersion plan = simulated().versions().getLast();
    List<Item> items = plan.routine().items();
    String exercises =
        items.stream()
            .map(
                item ->
                    done(
                        item,
                        item.equals(items.getLast()) ? worst : 1,
                        item.equals(items.getLast()) ? lastSigns : ""))
            .collect(Collectors.joining(","));
    return add(
        """
        {"sessionId": "%s", "planVersion": %d, "startedAt": "%s", "endedAt": "%s",
         "painBefore": 2, "painAfter": 2, "exercises": [%s]}
        """
            .formatted(sessionId, plan.number(), on(day, "10:00"), on(day, "10:15"), exercises));
  }

  private static String done(Item item, int pain, String signs) {
    return """
    {"exerciseId": "%s", "level": %d, "setsDone": %d, %s "painDuring": %d}
    """
        .formatted(item.exerciseId(), item.level(), item.dose().sets(), signs, pain);
  }

  private PatientStory add(String entry) {
    history.add(entry);
    return this;
  }
}
