package health.backstep.faults.planted;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.SESSION;

import health.backstep.faults.cluster.Layout;
import health.backstep.faults.nemesis.Fault;
import health.backstep.faults.nemesis.Faults;
import health.backstep.planted.PlantedBug;
import java.util.Arrays;
import java.util.List;

/** For each bug the service that gets it and the harm that brings it to light. */
final class Trials {

  private static final Layout SMALL = Layout.standard().withBrokers(1).withInstances(PLAN, 1);

  private Trials() {}

  static List<Trial> all() {
    return Arrays.stream(PlantedBug.values()).map(Trials::of).toList();
  }

  private static Trial of(PlantedBug bug) {
    return switch (bug) {
      case CURSOR_POLLER -> new Trial(bug, SESSION, SMALL, List.of(Harms.commitsOvertaken()));
      case ACKS_ONE ->
          new Trial(bug, SESSION, SMALL.withBrokers(3), List.of(Harms.leaderLostAlone()));
      case LATEST_OFFSET -> new Trial(bug, PLAN, SMALL, List.of(named("consumer group forgotten")));
      case ACKNOWLEDGE_BEFORE_COMMIT ->
          new Trial(bug, PLAN, SMALL, List.of(Harms.killedWithinATransaction()));
      case NO_INBOX, NO_UNIQUE_CAUSE ->
          new Trial(bug, PLAN, SMALL, List.of(named("duplicate records")));
      case TWO_ACTIVE_RELAYS -> new Trial(bug, SESSION, SMALL.withInstances(SESSION, 2), List.of());
      case MARK_BEFORE_SEND ->
          new Trial(bug, SESSION, SMALL, List.of(Harms.relayKilledWhileSending()));
      case SWALLOWED_EXCEPTION ->
          new Trial(bug, PLAN, SMALL, List.of(Harms.cutWithinATransaction()));
      case FORGOTTEN_KEY ->
          new Trial(bug, SESSION, SMALL, List.of(named("answer cut after the request")));
    };
  }

  private static Fault named(String name) {
    return Faults.all().stream()
        .filter(fault -> fault.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fault '" + name + "'"));
  }
}
