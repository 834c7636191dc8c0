package health.backstep.security.authz.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;

import health.backstep.security.authz.Actor;
import health.backstep.security.authz.Cell;
import health.backstep.security.authz.Operation;
import health.backstep.security.authz.Tenants;
import health.backstep.security.authz.Thing;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Asks every cell. First what changes nothing, side by side, and looks that it did not; then, one
 * after the other, what is allowed to change something.
 */
final class MatrixRun {

  private final Platform platform;
  private final World world;
  private final List<Cell> cells;
  private final Meter meter;
  private final String round = UUID.randomUUID().toString();
  private final AtomicLong done = new AtomicLong();
  private final Collection<Difference> found = new ConcurrentLinkedQueue<>();
  private final Alike alike = new Alike();
  private final Judge judge;

  MatrixRun(Platform platform, World world, List<Cell> cells, Meter meter) {
    this.platform = platform;
    this.world = world;
    this.cells = List.copyOf(cells);
    this.meter = meter;
    this.judge = new Judge(world.leaks());
  }

  Outcome run() {
    long begun = System.nanoTime();
    useKeys();
    var byEffect = cells.stream().collect(partitioningBy(MatrixRun::changes));
    Untouched untouched = Untouched.asOfNow(world);
    Crew.forEach(byEffect.get(false), this::ask);
    found.addAll(untouched.differences());
    Crew.forEach(
        List.copyOf(byEffect.get(true).stream().collect(groupingBy(MatrixRun::service)).values()),
        ofOneService -> ofOneService.forEach(this::ask));
    found.addAll(alike.differences());
    removeWebhooks();
    return new Outcome(
        cells.size(),
        world.leaks().watched(),
        new ArrayList<>(found),
        Duration.ofNanos(System.nanoTime() - begun));
  }

  private static boolean changes(Cell cell) {
    return cell.expected().does() && !cell.operation().isReading();
  }

  private static ServiceName service(Cell cell) {
    return cell.operation().service();
  }

  private void ask(Cell cell) {
    Ask ask = platform.ask(cell.operation(), cell.actor(), world.idsFor(cell), key(cell));
    Reply reply = platform.wire().send(ask);
    world.leaks().learn(cell.operation(), cell.actor(), ask, reply);
    judge
        .faults(cell, ask, reply)
        .forEach(fault -> found.add(new Difference(cell.toString(), fault)));
    alike.note(cell, ask, reply);
    meter.reach(done.incrementAndGet(), cells.size());
  }

  /**
   * The own client uses the very keys that others come with afterwards: an answer that is kept for
   * it must not be theirs.
   */
  private void useKeys() {
    Client own = world.client(Tenants.OWN);
    Stream<Operation> makers =
        cells.stream()
            .map(Cell::operation)
            .filter(operation -> operation.method().equals("POST"))
            .distinct();
    makers.forEach(
        operation ->
            Stream.of(Thing.NONE, Thing.OWN, Thing.FOREIGN)
                .forEach(
                    thing ->
                        own.call(
                            operation.id(), world.ids(Thing.OWN), sharedKey(operation, thing))));
  }

  private String key(Cell cell) {
    Actor actor = cell.actor();
    boolean owner = actor.hasTenant() && actor.tenant().equals(Tenants.OWN);
    return owner ? UUID.randomUUID().toString() : sharedKey(cell.operation(), cell.thing());
  }

  private String sharedKey(Operation operation, Thing thing) {
    return operation.id() + "-" + thing + "-" + round;
  }

  /** There is a limit to them; the world's own ones stay. */
  private void removeWebhooks() {
    for (Thing thing : List.of(Thing.OWN, Thing.FOREIGN)) {
      Client client = world.client(thing == Thing.OWN ? Tenants.OWN : Tenants.FOREIGN);
      String kept = world.ids(thing).get("webhookId");
      client
          .done("listWebhooks", world.ids(thing))
          .path("items")
          .findValuesAsText("webhookId")
          .stream()
          .filter(id -> !id.equals(kept))
          .forEach(id -> client.done("deleteWebhook", Map.of("webhookId", id)));
    }
  }
}
