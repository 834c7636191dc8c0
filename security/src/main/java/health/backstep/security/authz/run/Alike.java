package health.backstep.security.authz.run;

import health.backstep.security.authz.Actor;
import health.backstep.security.authz.Cell;
import health.backstep.security.authz.Operation;
import health.backstep.security.authz.Thing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Whether a thing of somebody else looks like one that is missing: the same answer, but for what
 * the caller said himself and the number of the trace.
 */
final class Alike {

  private record Asking(Operation operation, Actor actor) {}

  /** What is another one in every answer. */
  private static final Set<String> PASSING =
      Set.of("date", "ratelimit", "content-length", "traceparent");

  private final Map<Asking, Map<Thing, String>> seen = new ConcurrentHashMap<>();

  /** Remembers an answer, unless the call has made or changed something. */
  void note(Cell cell, Ask ask, Reply reply) {
    if (cell.expected().does() && !cell.operation().isReading()) {
      return;
    }
    seen.computeIfAbsent(
            new Asking(cell.operation(), cell.actor()), asking -> new ConcurrentHashMap<>())
        .put(cell.thing(), bare(ask, reply));
  }

  /** Where something foreign or erased can be told from something missing. */
  List<Difference> differences() {
    return seen.entrySet().stream()
        .flatMap(each -> differences(each.getKey(), each.getValue()))
        .toList();
  }

  /** Without what is another one each time, and without the ids that the request held. */
  private static String bare(Ask ask, Reply reply) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(reply.headers());
    PASSING.forEach(headers::remove);
    String text = headers + "\n" + reply.body();
    for (String said : Leaks.marks(ask.said())) {
      text = text.replace(said, "*");
    }
    return text.replaceAll("\"traceId\":\"[0-9a-f]*\"", "");
  }

  private static Stream<Difference> differences(Asking asking, Map<Thing, String> answers) {
    String missing = answers.get(Thing.MISSING);
    return Stream.of(Thing.OWN, Thing.FOREIGN, Thing.ERASED)
        .filter(thing -> missing != null && answers.containsKey(thing))
        .filter(thing -> !isHis(asking.actor(), thing))
        .filter(thing -> !answers.get(thing).equals(missing))
        .map(
            thing ->
                new Difference(
                    asking.operation() + ", actor " + asking.actor(),
                    "what is somebody else's or erased can be told from what is missing:\n    %s\n    %s"
                        .formatted(answers.get(thing), missing)));
  }

  private static boolean isHis(Actor actor, Thing thing) {
    return actor.hasTenant() && thing.isOf(actor.tenant());
  }
}
