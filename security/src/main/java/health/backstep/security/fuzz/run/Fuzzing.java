package health.backstep.security.fuzz.run;

import health.backstep.planted.PlantedBug;
import health.backstep.planted.RemovedGuard;
import health.backstep.security.authz.Documents;
import health.backstep.security.authz.Tenants;
import health.backstep.security.authz.run.Client;
import health.backstep.security.authz.run.Ground;
import health.backstep.security.authz.run.Leaks;
import health.backstep.security.authz.run.Meter;
import health.backstep.security.authz.run.Platform;
import health.backstep.security.authz.run.Stock;
import health.backstep.security.authz.run.Wire;
import health.backstep.security.authz.token.Forge;
import health.backstep.security.fuzz.Catalogue;
import health.backstep.security.fuzz.Requests;
import health.backstep.security.fuzz.Shot;
import health.backstep.security.fuzz.events.Events;
import health.backstep.security.fuzz.events.Examples;
import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Running services with some things in them, to be sent what no honest client sends. */
public final class Fuzzing implements AutoCloseable {

  private final Path folder;
  private final Path repository;
  private final Ground ground;
  private final Platform platform;
  private final Stockroom stockroom;
  private int rounds;

  private Fuzzing(
      Path folder, Path repository, Ground ground, Platform platform, Stockroom stockroom) {
    this.folder = folder;
    this.repository = repository;
    this.ground = ground;
    this.platform = platform;
    this.stockroom = stockroom;
  }

  /** See {@link Ground#start}. */
  public static Fuzzing start(Path folder, Path repository, Progress progress) {
    Ground ground = Ground.start(folder, repository, progress);
    Forge forge = Forge.of(Secrets.in(folder));
    try {
      Platform platform =
          new Platform(
              ground::url,
              Documents.in(repository),
              health.backstep.security.authz.Requests.shipped(),
              forge,
              new Wire());
      Stockroom[] filled = new Stockroom[1];
      progress.during("what two tenants have", () -> filled[0] = Stockroom.filledOn(platform));
      return new Fuzzing(folder, repository, ground, platform, filled[0]);
    } catch (RuntimeException e) {
      forge.close();
      ground.close();
      throw e;
    }
  }

  /** Sends so many requests of a seed, and the refused ones twice. */
  public Report requests(long seed, int count, Meter meter) {
    Judge judge = new Judge(Codes.in(repository));
    ServiceLogs logs = ServiceLogs.fromNowOn(folder);
    return new RequestRun(ground, stockroom, made(seed), seed, nextRound(), judge, logs)
        .run(count, meter);
  }

  /** Sends one request of a seed, and says what it was and what was answered. */
  public String request(long seed, long number) {
    Shot shot = made(seed).shot(number, Mark.of(number, nextRound()));
    try (Lines lines = new Lines(ground::url)) {
      Answer answer = lines.send(shot);
      return "%s %s%n%s%n%s %s"
          .formatted(
              shot.operation(),
              shot.mutations(),
              CommandLineOf.shot(shot),
              answer.inShort(),
              answer.reply().body());
    }
  }

  /** Sends about so many records of a seed to all consumers. */
  public Report records(long seed, int count, Meter meter) {
    ServiceLogs logs = ServiceLogs.fromNowOn(folder);
    Events events = new Events(Examples.in(repository), seed, Tenants.OWN);
    Client client = Client.of(Tenants.OWN, platform, new Leaks());
    Sentinel sentinel = new Sentinel(ground.cluster(), client, Stock.patient(client));
    List<String> bystanders =
        Stream.of(0, 1, 2).map(pick -> stockroom.ids(0, pick).get("patientId")).toList();
    return new RecordRun(ground.cluster(), events, sentinel, bystanders, Tenants.FOREIGN, logs)
        .run(count, meter);
  }

  /** Starts a service again without these guards, or with all of them. */
  public void remove(ServiceName service, List<RemovedGuard> guards) {
    ground.remove(service, guards);
  }

  /** Starts a service again with this bug, until guards are put up again. */
  public void plant(ServiceName service, PlantedBug bug) {
    ground.plant(service, bug);
  }

  @Override
  public void close() {
    platform.forge().close();
    ground.close();
  }

  /** Each run has a hundred rounds to itself. */
  private int nextRound() {
    rounds += 100;
    return rounds;
  }

  private Requests made(long seed) {
    return new Requests(Catalogue.in(repository), stockroom, seed);
  }
}
