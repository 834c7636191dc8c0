package health.backstep.security.authz.run;

import health.backstep.security.authz.Actor;
import health.backstep.security.authz.Actors;
import health.backstep.security.authz.Operation;
import health.backstep.security.authz.Thing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the time of an answer tells what exists.
 *
 * @param foreign median of the answers about somebody else's thing
 * @param missing median of the answers about what is not there
 * @param calls of each, one about the other's in turn
 */
public record Timing(String operation, Duration foreign, Duration missing, int calls) {

  private static final int CALLS = 300;

  static List<Timing> measured(Platform platform, World world) {
    return Stream.of("getPatient", "getPlan")
        .map(id -> measured(platform, world, platform.operations(id).getFirst()))
        .toList();
  }

  private static Timing measured(Platform platform, World world, Operation operation) {
    Actor actor = Actors.named("all");
    List<Long> foreign = new ArrayList<>();
    List<Long> missing = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      foreign.add(nanos(platform, platform.ask(operation, actor, world.ids(Thing.FOREIGN), "")));
      missing.add(nanos(platform, platform.ask(operation, actor, world.ids(Thing.MISSING), "")));
    }
    return new Timing(operation.id(), median(foreign), median(missing), CALLS);
  }

  private static long nanos(Platform platform, Ask ask) {
    long begun = System.nanoTime();
    platform.wire().send(ask);
    return System.nanoTime() - begun;
  }

  private static Duration median(List<Long> nanos) {
    return Duration.ofNanos(nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElse(0L));
  }
}
