package health.backstep.safety.shrink;

import health.backstep.plan.catalogue.Direction;
import health.backstep.safety.history.Findings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An assessment with one finding less that stands out. */
final class SimplerFindings {

  private static final Findings PLAIN = Findings.PLAIN;

  private SimplerFindings() {}

  static List<Findings> than(Findings it) {
    List<Findings> simpler = new ArrayList<>();
    simpler.add(PLAIN);
    simpler.add(new Part(it).triage(PLAIN.triage()));
    simpler.add(with(it, it.forbidden(), PLAIN));
    for (Direction one : it.forbidden()) {
      Set<Direction> fewer = new HashSet<>(it.forbidden());
      fewer.remove(one);
      simpler.add(with(it, Set.copyOf(fewer), it));
    }
    simpler.addAll(new Part(it).each());
    simpler.removeIf(it::equals);
    return simpler;
  }

  /** The directions given, and what matters least from another assessment. */
  private static Findings with(Findings it, Set<Direction> forbidden, Findings rest) {
    return new Findings(
        it.triage(),
        it.acuity(),
        it.stage(),
        it.bias(),
        forbidden,
        it.riskGroup(),
        rest.activityBefore(),
        rest.lowestStageOnly(),
        it.pain(),
        rest.fear());
  }

  private record Part(Findings it) {

    Findings triage(Findings.Triage triage) {
      return new Findings(
          triage,
          it.acuity(),
          it.stage(),
          it.bias(),
          it.forbidden(),
          it.riskGroup(),
          it.activityBefore(),
          it.lowestStageOnly(),
          it.pain(),
          it.fear());
    }

    List<Findings> each() {
      return List.of(
          new Findings(
              it.triage(),
              it.acuity(),
              it.stage(),
              it.bias(),
              it.forbidden(),
              it.riskGroup(),
              it.activityBefore(),
              it.lowestStageOnly(),
              PLAIN.pain(),
              it.fear()),
          new Findings(
              it.triage(),
              PLAIN.acuity(),
              it.stage(),
              it.bias(),
              it.forbidden(),
              PLAIN.riskGroup(),
              it.activityBefore(),
              it.lowestStageOnly(),
              it.pain(),
              it.fear()),
          new Findings(
              it.triage(),
              it.acuity(),
              it.stage(),
              PLAIN.bias(),
              it.forbidden(),
              it.riskGroup(),
              it.activityBefore(),
              it.lowestStageOnly(),
              it.pain(),
              it.fear()),
          new Findings(
              it.triage(),
              it.acuity(),
              PLAIN.stage(),
              it.bias(),
              it.forbidden(),
              it.riskGroup(),
              it.activityBefore(),
              it.lowestStageOnly(),
              it.pain(),
              it.fear()));
    }
  }
}
