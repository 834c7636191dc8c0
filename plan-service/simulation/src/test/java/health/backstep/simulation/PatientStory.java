package health.backstep.simulation;

import health.backstep.plan.catalogue.Block;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A patient's story as an app would post it. Days count from the assessment, which is made at nine
 * in the morning; the patient follows the plan of the day.
 */
final class PatientStory {

  private static final Catalogue CATALOGUE = CatalogueFiles.read();
  private static final RuleSet RULES = RuleSet.current();
  private static final Instant NOW = Instant.parse("2027-12-01T00:00:00Z");
  private static final String PAINLESS = "\"painDuring\": 1";
  private static final String SHARP =
      "\"painDuring\": 6, \"quality\": \"SHARP\", \"stopped\": \"PAIN\"";
  private static final String ACHE =
      "\"painDuring\": 2, \"quality\": \"DULL\", \"location\": \"WORKED_MUSCLE\"";
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

  /** Of the 24 statements of the Roland-Morris questionnaire so many held at the assessment. */
  PatientStory withDisability(int points) {
    assessment = answering(assessment, points);
    return this;
  }

  /** All of the plan is done, without pain above two. */
  PatientStory goodSession(int day) {
    return goodSession(day, UUID.randomUUID());
  }

  PatientStory goodSession(int day, UUID sessionId) {
    return session(day, sessionId, item -> PAINLESS);
  }

  /** All of the plan is done, and the last exercise hurts sharply. */
  PatientStory sharpPain(int day) {
    List<Item> items = plan().routine().items();
    return session(day, UUID.randomUUID(), item -> item.equals(items.getLast()) ? SHARP : PAINLESS);
  }

  /** A worked muscle aches in the last exercise of the warm-up, and again in the last of all. */
  PatientStory acheThatDoesNotWarmAway(int day) {
    List<Item> items = plan().routine().items();
    List<Item> warmUp =
        items.stream().filter(item -> item.exercise().block() == Block.WARM_UP).toList();
    return session(
        day,
        UUID.randomUUID(),
        item -> item.equals(items.getLast()) || item.equals(warmUp.getLast()) ? ACHE : PAINLESS);
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

  PatientStory assessedAgain(int day, int average7d, int disability) {
    return add(answering(Bodies.assessment(on(day, "09:00"), average7d, false), disability));
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

  private PlanVersion plan() {
    return simulated().versions().getLast();
  }

  private PatientStory session(int day, UUID sessionId, Function<Item, String> signs) {
    PlanVersion plan = plan();
    String exercises =
        plan.routine().items().stream()
            .map(item -> done(item, signs.apply(item)))
            .collect(Collectors.joining(","));
    return add(
        """
        {"sessionId": "%s", "planVersion": %d, "startedAt": "%s", "endedAt": "%s",
         "painBefore": 2, "painAfter": 2, "exercises": [%s]}
        """
            .formatted(sessionId, plan.number(), on(day, "10:00"), on(day, "10:15"), exercises));
  }

  private static String done(Item item, String signs) {
    return """
    {"exerciseId": "%s", "level": %d, "setsDone": %d, %s}
    """
        .formatted(item.exerciseId(), item.level(), item.dose().sets(), signs);
  }

  private static String answering(String assessment, int points) {
    String answers =
        IntStream.range(0, 24)
            .mapToObj(statement -> Boolean.toString(statement < points))
            .collect(Collectors.joining(","));
    return assessment.replace("\"startBack\"", "\"rmdq\": [" + answers + "], \"startBack\"");
  }

  private PatientStory add(String entry) {
    history.add(entry);
    return this;
  }
}
