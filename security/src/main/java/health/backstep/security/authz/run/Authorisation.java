package health.backstep.security.authz.run;

import health.backstep.planted.RemovedGuard;
import health.backstep.security.authz.Documents;
import health.backstep.security.authz.Matrix;
import health.backstep.security.authz.Operation;
import health.backstep.security.authz.Requests;
import health.backstep.security.authz.token.Forge;
import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Running services with what two tenants have in them, to be asked who may do what. */
public final class Authorisation implements AutoCloseable {

  private final Ground ground;
  private final Platform platform;
  private final World world;

  private Authorisation(Ground ground, Platform platform, World world) {
    this.ground = ground;
    this.platform = platform;
    this.world = world;
  }

  /** See {@link Ground#start}. */
  public static Authorisation start(Path folder, Path repository, Progress progress) {
    Ground ground = Ground.start(folder, repository, progress);
    Forge forge = Forge.of(Secrets.in(folder));
    try {
      Platform platform =
          new Platform(
              ground::url, Documents.in(repository), Requests.shipped(), forge, new Wire());
      World[] made = new World[1];
      progress.during("what two tenants have", () -> made[0] = World.madeOn(platform));
      return new Authorisation(ground, platform, made[0]);
    } catch (RuntimeException e) {
      forge.close();
      ground.close();
      throw e;
    }
  }

  /** Asks the cells of those operations, with only those walls standing. */
  public Outcome run(Walls walls, Matrix matrix, Predicate<Operation> which, Meter meter) {
    ground.leave(walls);
    return ask(matrix, which, meter);
  }

  /** The same with a service that lacks guards, which it has again afterwards. */
  public Outcome runWithout(
      RemovedGuard guard, ServiceName service, Matrix matrix, Predicate<Operation> which) {
    ground.leave(Walls.BOTH);
    ground.remove(service, List.of(guard));
    try {
      return ask(matrix, which, Meter.silent());
    } finally {
      ground.leave(Walls.BOTH);
    }
  }

  /** Tries other ways to write an address, and headers that tell a proxy another one. */
  public Outcome tricks(Meter meter) {
    ground.leave(Walls.BOTH);
    return new TrickRun(platform, world, meter).run();
  }

  /** How long it takes to say that a thing is somebody else's, and that it is missing. */
  public List<Timing> timings() {
    ground.leave(Walls.BOTH);
    return Timing.measured(platform, world);
  }

  /** Runs a statement as the superuser of the service's database. */
  public void execute(ServiceName service, String sql) {
    ground.execute(service, sql);
  }

  @Override
  public void close() {
    platform.forge().close();
    ground.close();
  }

  private Outcome ask(Matrix matrix, Predicate<Operation> which, Meter meter) {
    int visits = platform.forge().lure().visits();
    Outcome outcome =
        new MatrixRun(
                platform,
                world,
                matrix.cells(platform.operations(), platform.requests()).stream()
                    .filter(cell -> which.test(cell.operation()))
                    .toList(),
                meter)
            .run();
    if (platform.forge().lure().visits() == visits) {
      return outcome;
    }
    List<Difference> more = new ArrayList<>(outcome.differences());
    more.add(new Difference("jku, x5u", "a service fetched a key from where a token told it to"));
    return new Outcome(outcome.asked(), outcome.watched(), more, outcome.took());
  }
}
