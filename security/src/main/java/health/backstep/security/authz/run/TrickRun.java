package health.backstep.security.authz.run;

import health.backstep.security.authz.Actor;
import health.backstep.security.authz.Actors;
import health.backstep.security.authz.Operation;
import health.backstep.security.authz.Thing;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * No trick gets an actor what it does not get on the plain address, and none changes anything: all
 * calls are about a thing that the actor may read at most.
 */
final class TrickRun {

  private static final List<String> READINGS =
      List.of("getPatient", "listAssessments", "getPlan", "getWebhook", "listSessions");
  private static final List<String> CHANGES =
      List.of("changePatient", "recordClearance", "reviewPlan", "changeWebhook", "recordSession");
  private static final List<String> ACTORS =
      List.of("anonymous", "alg-none", "no-scope", "ops:read", "other");
  private static final List<String> READERS =
      List.of("patients:read", "plans:read", "sessions:read");

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private record Attempt(Operation operation, Actor actor, Trick trick) {}

  private final Platform platform;
  private final World world;
  private final Meter meter;
  private final AtomicLong done = new AtomicLong();
  private final Collection<Difference> found = new ConcurrentLinkedQueue<>();

  TrickRun(Platform platform, World world, Meter meter) {
    this.platform = platform;
    this.world = world;
    this.meter = meter;
  }

  Outcome run() {
    long begun = System.nanoTime();
    List<Attempt> attempts =
        Stream.concat(READINGS.stream(), CHANGES.stream())
            .flatMap(id -> platform.operations(id).stream())
            .flatMap(
                operation ->
                    Stream.concat(ACTORS.stream(), READERS.stream())
                        .flatMap(actor -> attempts(operation, Actors.named(actor))))
            .toList();
    Untouched untouched = Untouched.asOfNow(world);
    Crew.forEach(
        attempts,
        attempt -> {
          tryOut(attempt);
          meter.reach(done.incrementAndGet(), attempts.size());
        });
    found.addAll(untouched.differences());
    return new Outcome(
        attempts.size(),
        world.leaks().watched(),
        List.copyOf(found),
        Duration.ofNanos(System.nanoTime() - begun));
  }

  private static Stream<Attempt> attempts(Operation operation, Actor actor) {
    return Trick.all().stream().map(trick -> new Attempt(operation, actor, trick));
  }

  private void tryOut(Attempt attempt) {
    Actor actor = attempt.actor();
    Ask plain =
        platform.ask(
            attempt.operation(), actor, world.ids(Thing.OWN), UUID.randomUUID().toString());
    Ask bent = attempt.trick().bend().apply(plain);
    Reply reply = platform.wire().send(bent);
    boolean reader = READING.contains(bent.method()) && mayRead(attempt);
    if (reply.status() >= 500) {
      note(attempt, "fails on our side: " + reply.status());
    } else if (reply.isSuccess() && !reader && !tellsNothing(bent, reply)) {
      note(attempt, "gets " + reply.status() + ", which is refused on the plain address");
    }
    if (!reader) {
      world.leaks().in(actor, plain, reply).ifPresent(leak -> note(attempt, leak));
    }
    if (plain.headers().containsKey("Authorization")
        && reply.all().contains(plain.headers().get("Authorization"))) {
      note(attempt, "the token is sent back");
    }
  }

  private boolean mayRead(Attempt attempt) {
    return platform.operations().stream()
        .filter(Operation::isReading)
        .filter(operation -> operation.path().equals(attempt.operation().path()))
        .anyMatch(operation -> operation.scopes().contains(attempt.actor().scopes()));
  }

  /** What the open addresses say to everybody, and which methods there are. */
  private static boolean tellsNothing(Ask bent, Reply reply) {
    return bent.address().getRawPath().equals("/q/health")
        || (bent.method().equals("OPTIONS") && reply.body().isEmpty());
  }

  private void note(Attempt attempt, String what) {
    found.add(
        new Difference(
            "%s, actor %s, %s"
                .formatted(attempt.operation(), attempt.actor(), attempt.trick().name()),
            what));
  }
}
