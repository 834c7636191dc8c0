package health.backstep.faults.check.invariant;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.faults.check.evidence.AnswerRow;
import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.OutboxRow;
import health.backstep.faults.check.evidence.ResourceRow;
import health.backstep.faults.check.evidence.ServiceRows;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * I7. Each stored answer names its resource and its events: all of them are there. Each resource
 * and event is named by exactly one stored answer: nothing happened by halves or twice. That covers
 * every request, those included whose outcome nobody was told.
 */
final class WhollyOrNotAtAll implements Invariant {

  /** Events that some answer names; the others follow from events, or are not named. */
  private static final Set<String> NAMED =
      Set.of(
          "pt.profile.assessment-completed.v1",
          "pt.session.session-recorded.v1",
          "pt.session.check-in-recorded.v1",
          "pt.session.pain-flare-reported.v1",
          "pt.session.red-flag-raised.v1");

  private static final Map<String, String> ID_OF =
      Map.of("sessionId", "session", "checkInId", "check_in", "assessmentId", "assessment");

  @Override
  public String name() {
    return "I7";
  }

  @Override
  public String sentence() {
    return "a request whose outcome was unknown happened wholly or not at all";
  }

  @Override
  public Finding decide(Evidence evidence) {
    Tally tally = new Tally(this);
    evidence.snapshot().services().forEach(service -> check(tally, service));
    return tally.finding("nothing was written");
  }

  private static void check(Tally tally, ServiceRows service) {
    Set<String> resources =
        service.resources().stream().map(WhollyOrNotAtAll::name).collect(Collectors.toSet());
    Set<String> events =
        service.outbox().stream().map(row -> row.eventId().toString()).collect(Collectors.toSet());
    for (AnswerRow answer : service.answers()) {
      boolean whole =
          answer.status() > 0
              && resource(answer.body()).filter(name -> !resources.contains(name)).isEmpty()
              && events.containsAll(Bodies.events(answer.body()));
      tally.check(
          whole,
          () ->
              "key %s has status %d stored, but not its %s or one of its events %s"
                  .formatted(
                      answer.key(),
                      answer.status(),
                      resource(answer.body()).orElse("answer"),
                      Bodies.events(answer.body())));
    }
    checkNamedOnce(tally, service);
  }

  private static void checkNamedOnce(Tally tally, ServiceRows service) {
    Map<String, Long> resources =
        service.answers().stream()
            .flatMap(answer -> resource(answer.body()).stream())
            .collect(groupingBy(Function.identity(), counting()));
    service.resources().stream()
        .filter(row -> ID_OF.containsValue(row.table()))
        .map(WhollyOrNotAtAll::name)
        .forEach(name -> once(tally, name, resources.getOrDefault(name, 0L)));
    Map<String, Long> events =
        service.answers().stream()
            .flatMap(answer -> Bodies.events(answer.body()).stream())
            .collect(groupingBy(Function.identity(), counting()));
    service.outbox().stream()
        .filter(row -> NAMED.contains(row.type()) && row.topic().equals(service.topic()))
        .map(OutboxRow::eventId)
        .forEach(id -> once(tally, "event " + id, events.getOrDefault(id.toString(), 0L)));
  }

  private static void once(Tally tally, String what, long times) {
    tally.check(
        times == 1, () -> "%s is named by %d stored answers, not one".formatted(what, times));
  }

  /** What an answer made, as table and id. */
  private static Optional<String> resource(JsonNode body) {
    return ID_OF.entrySet().stream()
        .filter(entry -> body.hasNonNull(entry.getKey()))
        .map(entry -> entry.getValue() + " " + body.path(entry.getKey()).asText())
        .findFirst();
  }

  private static String name(ResourceRow row) {
    return row.table() + " " + row.id();
  }
}
