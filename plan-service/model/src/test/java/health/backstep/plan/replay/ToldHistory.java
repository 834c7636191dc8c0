package health.backstep.plan.replay;

import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.fold.Rulebook;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.FoldedEvent;
import health.backstep.plan.history.wire.PlanEventReader;
import health.backstep.rules.RuleSets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A history as it comes over the wire and is stored: types and payloads. It is folded along, so
 * that sessions can name the plan that the patient follows.
 */
final class ToldHistory {

  static final Rulebook SHIPPED = new Rulebook(CatalogueFiles.read(), RuleSets.shipped());

  /** An event as a row of the database holds it. */
  record Told(UUID eventId, String type, Instant occurredAt, String payload) {
    FoldedEvent under(String rulesetVersion) {
      return new FoldedEvent(
          PlanEventReader.read(
              new Cause(eventId, type, occurredAt), payload.getBytes(StandardCharsets.UTF_8)),
          rulesetVersion);
    }
  }

  private static final Instant DAY_0 = Instant.parse("2026-10-01T08:00:00Z");

  private final String name;
  private final List<Told> events = new ArrayList<>();
  private PlanState state = PlanState.EMPTY;
  private Instant now = DAY_0;

  private ToldHistory(String name) {
    this.name = name;
  }

  static ToldHistory told(String name) {
    return new ToldHistory(name);
  }

  /** Cleared without loading, 15 minutes, no equipment, subacute, low risk, plan in version 1. */
  static ToldHistory begun(String name, String stage, String bias) {
    return told(name).registered(15).cleared(false).assessed(stage, bias);
  }

  String name() {
    return name;
  }

  List<Told> events() {
    return List.copyOf(events);
  }

  List<FoldedEvent> under(String rulesetVersion) {
    return events.stream().map(event -> event.under(rulesetVersion)).toList();
  }

  ToldHistory day(int day) {
    now = DAY_0.plus(Duration.ofDays(day));
    return this;
  }

  ToldHistory registered(int minutes, String... equipment) {
    return profile(
        "patient-recorded",
        """
        {"ageBand": "FROM_20_TO_50", "timeZone": "Europe/Berlin", "equipment": [%s],
         "minutesPerSession": %d, "sessionsPerWeek": 3}
        """
            .formatted(quoted(equipment), minutes));
  }

  ToldHistory cleared(boolean loading) {
    return profile(
        "clearance-changed",
        "{\"status\": \"CLEARED\", \"loading\": %s, \"validUntil\": null}".formatted(loading));
  }

  ToldHistory clearedUntil(int day) {
    return profile(
        "clearance-changed",
        "{\"status\": \"CLEARED\", \"loading\": false, \"validUntil\": \"%s\"}"
            .formatted(DAY_0.plus(Duration.ofDays(day))));
  }

  ToldHistory clearanceWithdrawn() {
    return profile(
        "clearance-changed",
        "{\"status\": \"WITHHELD\", \"loading\": false, \"validUntil\": null}");
  }

  ToldHistory assessed(String stage, String bias) {
    return assessed("FIT", stage, bias, "SUBACUTE", "LOW");
  }

  ToldHistory assessed(
      String triage, String stage, String bias, String acuity, String risk, String... rules) {
    return profile(
        "assessment-completed",
        """
        {"assessmentId": "01936d3f-0000-7000-8000-000000000001", "assessedAt": "%s",
         "pain": {"now": 4, "average7d": 4, "worst24h": 6, "location": "LOW_BACK", "quality": "DULL"},
         "triage": {"outcome": "%s", "rules": [%s]},
         "classification": {"acuity": "%s", "irritability": "MODERATE", "bias": "%s",
           "biasConfidence": "HIGH", "forbiddenDirections": [], "stage": "%s", "riskGroup": "%s",
           "odiPercent": 22},
         "painSource": "MUSCULAR", "adequateRest": true, "activityBefore": "MODERATE"}
        """
            .formatted(now, triage, quoted(rules), acuity, bias, stage, risk));
  }

  ToldHistory greenSessions(int sessions) {
    for (int done = 0; done < sessions; done++) {
      session("GREEN", 100, 1);
      now = now.plus(Duration.ofDays(2));
    }
    return this;
  }

  ToldHistory session(String outcome, int donePercent, int pain) {
    PlanVersion plan = plan();
    String exercises =
        plan.routine().items().stream()
            .map(
                item ->
                    """
                    {"exerciseId": "%s", "level": %d, "setsDone": %d, "repsDone": [%d],
                     "painDuring": %d, "stopped": null}"""
                        .formatted(
                            item.exerciseId(),
                            item.level(),
                            item.dose().sets(),
                            item.dose().reps(),
                            pain))
            .collect(Collectors.joining(", "));
    return session(
        "session-recorded",
        """
        {"sessionId": "01936d3f-0000-7000-8000-000000000002", "planVersion": %d, "endedAt": "%s",
         "outcome": "%s", "donePercent": %d, "exercises": [%s]}
        """
            .formatted(plan.number(), now, outcome, donePercent, exercises));
  }

  ToldHistory flare(String id, String severity, String... provoking) {
    return flare(id, "OPENED", severity, false, plan().number(), provoking);
  }

  ToldHistory escalates(String id, String severity, String... provoking) {
    return flare(id, "ESCALATED", severity, false, plan().number(), provoking);
  }

  ToldHistory flare(
      String id,
      String episode,
      String severity,
      boolean radiating,
      int planVersion,
      String... provoking) {
    return session(
        "pain-flare-reported",
        """
        {"flareId": "%s", "episode": "%s", "severity": "%s", "origin": "SESSION", "at": "%s",
         "pain": 6, "rise": 3, "radiating": %s, "provoking": [%s], "reasons": ["FL-SEV"],
         "planVersion": %d, "sessionId": null}
        """
            .formatted(
                uuid(id), episode, severity, now, radiating, quoted(provoking), planVersion));
  }

  ToldHistory settles(String id) {
    return session(
        "pain-flare-settled",
        "{\"flareId\": \"%s\", \"settledAt\": \"%s\"}".formatted(uuid(id), now));
  }

  ToldHistory redFlag(String urgency) {
    return session(
        "red-flag-raised",
        """
        {"raisedAt": "%s", "urgency": "%s", "origin": "CHECK_IN", "flags": ["SADDLE_NUMBNESS"]}
        """
            .formatted(now, urgency));
  }

  ToldHistory reviewed(String decision) {
    return happened(
        PlanEventReader.REVIEW,
        "{\"decision\": \"%s\", \"by\": \"Dr. Rivera\", \"words\": \"Go on.\"}"
            .formatted(decision));
  }

  ToldHistory lapsed() {
    return happened(PlanEventReader.LAPSED, "{}");
  }

  private PlanVersion plan() {
    return state.current().orElseThrow();
  }

  private ToldHistory profile(String kind, String payload) {
    return happened("pt.profile." + kind + ".v1", payload);
  }

  private ToldHistory session(String kind, String payload) {
    return happened("pt.session." + kind + ".v1", payload);
  }

  private ToldHistory happened(String type, String payload) {
    UUID id = uuid(name + " " + events.size());
    Told told = new Told(id, type, now, payload.replaceAll("\\s*\n\\s*", " ").strip());
    events.add(told);
    Step step = SHIPPED.apply(state, told.under(SHIPPED.currentVersion()));
    state = step.state();
    now = now.plusSeconds(60);
    return this;
  }

  private static String quoted(String... words) {
    return List.of(words).stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
  }

  private static UUID uuid(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
