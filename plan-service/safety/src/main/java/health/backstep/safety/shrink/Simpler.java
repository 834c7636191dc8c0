package health.backstep.safety.shrink;

import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.history.PlanEvent.Severity;
import health.backstep.safety.history.Happening;
import health.backstep.safety.history.Happening.Assessed;
import health.backstep.safety.history.Happening.ClearanceWithdrawn;
import health.backstep.safety.history.Happening.Cleared;
import health.backstep.safety.history.Happening.Flared;
import health.backstep.safety.history.Happening.LapseNoticed;
import health.backstep.safety.history.Happening.RedFlagged;
import health.backstep.safety.history.Happening.Registered;
import health.backstep.safety.history.Happening.Reviewed;
import health.backstep.safety.history.Happening.SessionDone;
import health.backstep.safety.history.Happening.Settled;
import health.backstep.safety.history.Happening.Wish;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ways in which a happening can be simpler, the boldest first. */
final class Simpler {

  private static final int HOUR = 60;

  private Simpler() {}

  static List<Happening> than(Happening happening) {
    List<Happening> simpler = new ArrayList<>();
    switch (happening) {
      case Registered it -> registered(it, simpler);
      case Cleared it -> {
        simpler.add(new Cleared(later(it), it.loading(), it.validDays()));
        simpler.add(new Cleared(it.minutesLater(), false, it.validDays()));
        simpler.add(new Cleared(it.minutesLater(), it.loading(), 0));
        simpler.add(new Cleared(it.minutesLater(), it.loading(), Math.min(1, it.validDays())));
      }
      case ClearanceWithdrawn it -> simpler.add(new ClearanceWithdrawn(later(it)));
      case Assessed it -> {
        simpler.add(new Assessed(later(it), it.findings()));
        SimplerFindings.than(it.findings())
            .forEach(findings -> simpler.add(new Assessed(it.minutesLater(), findings)));
      }
      case SessionDone it -> session(it, simpler);
      case Flared it -> flared(it, simpler);
      case Settled it -> {
        simpler.add(new Settled(later(it), it.minutesOnTheWay()));
        simpler.add(new Settled(it.minutesLater(), 0));
      }
      case RedFlagged it -> {
        simpler.add(new RedFlagged(later(it), it.minutesOnTheWay(), it.emergency()));
        simpler.add(new RedFlagged(it.minutesLater(), 0, it.emergency()));
      }
      case LapseNoticed it -> simpler.add(new LapseNoticed(later(it)));
      case Reviewed it -> reviewed(it, simpler);
    }
    simpler.removeIf(happening::equals);
    return simpler;
  }

  private static void registered(Registered it, List<Happening> simpler) {
    int later = it.minutesLater();
    simpler.add(new Registered(later(it), it.equipment(), it.minutes(), it.sessions(), it.age()));
    simpler.add(new Registered(later, Set.of(), it.minutes(), it.sessions(), it.age()));
    for (Equipment one : it.equipment()) {
      Set<Equipment> fewer = new HashSet<>(it.equipment());
      fewer.remove(one);
      simpler.add(new Registered(later, Set.copyOf(fewer), it.minutes(), it.sessions(), it.age()));
    }
    if (it.minutes() > 10) {
      simpler.add(new Registered(later, it.equipment(), 10, it.sessions(), it.age()));
    }
    simpler.add(new Registered(later, it.equipment(), it.minutes(), 3, it.age()));
    simpler.add(new Registered(later, it.equipment(), it.minutes(), it.sessions(), 40));
  }

  private static void session(SessionDone it, List<Happening> simpler) {
    int later = it.minutesLater();
    int way = it.minutesOnTheWay();
    int behind = it.versionsBehind();
    boolean green = it.green();
    int done = it.donePercent();
    int hurt = it.hurt();
    int spare = it.spare();
    int sore = it.sore();
    simpler.add(new SessionDone(later(it), way, behind, green, done, hurt, spare, sore));
    simpler.add(new SessionDone(later, 0, behind, green, done, hurt, spare, sore));
    simpler.add(new SessionDone(later, way, 0, green, done, hurt, spare, sore));
    simpler.add(new SessionDone(later, way, behind, green, 100, hurt, spare, sore));
    simpler.add(new SessionDone(later, way, behind, green, done, 0, spare, sore));
    simpler.add(new SessionDone(later, way, behind, green, done, hurt, 0, sore));
    for (int fewer : fewer(spare)) {
      simpler.add(new SessionDone(later, way, behind, green, done, hurt, fewer, sore));
    }
    simpler.add(new SessionDone(later, way, behind, green, done, hurt, spare, 0));
    for (int fewer : fewer(sore)) {
      simpler.add(new SessionDone(later, way, behind, green, done, hurt, spare, fewer));
    }
  }

  private static void reviewed(Reviewed it, List<Happening> simpler) {
    simpler.add(new Reviewed(later(it), it.decision(), it.wishes()));
    for (int place = 0; place < it.wishes().size(); place++) {
      List<Wish> fewer = new ArrayList<>(it.wishes());
      fewer.remove(place);
      simpler.add(new Reviewed(it.minutesLater(), it.decision(), List.copyOf(fewer)));
    }
  }

  private static void flared(Flared it, List<Happening> simpler) {
    int later = it.minutesLater();
    int way = it.minutesOnTheWay();
    int ago = it.minutesAgo();
    int behind = it.versionsBehind();
    Severity severity = it.severity();
    boolean leg = it.radiating();
    int hurt = it.provoking();
    simpler.add(new Flared(later(it), way, ago, behind, severity, leg, hurt));
    simpler.add(new Flared(later, 0, ago, behind, severity, leg, hurt));
    simpler.add(new Flared(later, way, 0, behind, severity, leg, hurt));
    if (behind > 0) {
      simpler.add(new Flared(later, way, ago, 0, severity, leg, hurt));
    }
    if (severity != Severity.MILD) {
      simpler.add(new Flared(later, way, ago, behind, Severity.MILD, leg, hurt));
    }
    simpler.add(new Flared(later, way, ago, behind, severity, false, hurt));
    simpler.add(new Flared(later, way, ago, behind, severity, leg, 0));
    for (int fewer : fewer(hurt)) {
      simpler.add(new Flared(later, way, ago, behind, severity, leg, fewer));
    }
  }

  /** One place less, in every way. */
  private static List<Integer> fewer(int places) {
    List<Integer> fewer = new ArrayList<>();
    for (int left = places; left != 0; left &= left - 1) {
      fewer.add(places & ~Integer.lowestOneBit(left));
    }
    return fewer;
  }

  private static int later(Happening happening) {
    return Math.min(HOUR, happening.minutesLater());
  }
}
