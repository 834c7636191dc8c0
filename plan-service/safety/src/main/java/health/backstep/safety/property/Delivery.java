package health.backstep.safety.property;

import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.history.PlanEvent.ClearanceLapsed;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import health.backstep.plan.history.PlanEvent.ReviewDecided;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How a broker may deliver a history: some events twice, and neighbours of the same source in the
 * wrong order. What is taken in is what an inbox lets through: each id once, each source in its
 * sequence.
 */
final class Delivery {

  private enum Source {
    PROFILE,
    SESSION,
    PLAN
  }

  private record Sent(Source source, int sequence, PlanEvent event) {}

  private final List<Sent> delivered;

  private Delivery(List<Sent> delivered) {
    this.delivered = delivered;
  }

  static Delivery of(List<PlanEvent> events) {
    Map<Source, Integer> last = new HashMap<>();
    List<Sent> sent = new ArrayList<>();
    for (PlanEvent event : events) {
      Source source = source(event);
      sent.add(new Sent(source, last.merge(source, 1, Integer::sum), event));
    }
    return new Delivery(doubled(disordered(sent)));
  }

  private static List<Sent> disordered(List<Sent> sent) {
    for (int i = 0; i + 1 < sent.size(); i++) {
      if (sent.get(i).source() == sent.get(i + 1).source()) {
        sent.set(i, sent.set(i + 1, sent.get(i)));
        i++;
      }
    }
    return sent;
  }

  private static List<Sent> doubled(List<Sent> sent) {
    List<Sent> doubled = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      doubled.add(sent.get(i));
      if (i % 3 == 2) {
        doubled.add(sent.get(i - 2));
      }
    }
    return doubled;
  }

  List<PlanEvent> taken() {
    Set<UUID> known = new HashSet<>();
    Map<Source, Integer> last = new HashMap<>();
    Map<Source, List<Sent>> parked = new HashMap<>();
    List<PlanEvent> taken = new ArrayList<>();
    for (Sent arrived : delivered) {
      if (known.add(arrived.event().cause().eventId())) {
        List<Sent> waiting = parked.computeIfAbsent(arrived.source(), _ -> new ArrayList<>());
        waiting.add(arrived);
        while (waiting.stream().anyMatch(sent -> isNext(sent, last))) {
          Sent next = waiting.stream().filter(sent -> isNext(sent, last)).findFirst().orElseThrow();
          waiting.remove(next);
          last.put(next.source(), next.sequence());
          taken.add(next.event());
        }
      }
    }
    return taken;
  }

  private static boolean isNext(Sent sent, Map<Source, Integer> last) {
    return sent.sequence() == last.getOrDefault(sent.source(), 0) + 1;
  }

  private static Source source(PlanEvent event) {
    return switch (event) {
      case PatientRecorded _, ClearanceChanged _, AssessmentCompleted _ -> Source.PROFILE;
      case ClearanceLapsed _, ReviewDecided _ -> Source.PLAN;
      default -> Source.SESSION;
    };
  }
}
