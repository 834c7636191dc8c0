package health.backstep.security.canary.run;

import health.backstep.planted.RemovedGuard;
import health.backstep.security.authz.run.Ground;
import health.backstep.security.canary.Fields;
import health.backstep.security.canary.Kind;
import health.backstep.security.canary.Planted;
import health.backstep.security.canary.Report;
import health.backstep.security.canary.Rules;
import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A cluster of its own, in which canaries are planted and looked for. */
public final class CanaryRun implements AutoCloseable {

  private final Heard heard = new Heard();
  private final Receiver receiver = Receiver.into(heard);
  private final Path folder;
  private final Path repository;
  private final Progress progress;
  private final Ground ground;

  private CanaryRun(Path folder, Path repository, Progress progress) {
    this.folder = folder;
    this.repository = repository;
    this.progress = progress;
    this.ground =
        Ground.start(
            folder,
            repository,
            progress,
            Map.of("BACKSTEP_OTLP", "http://" + receiver.authority()));
  }

  /** See {@link Ground#start}; spans are exported, to a receiver in this JVM. */
  public static CanaryRun start(Path folder, Path repository, Progress progress) {
    return new CanaryRun(folder, repository, progress);
  }

  /** Everything: a story, refusals, broken records, outages, and an erasure at the end. */
  public Report whole() {
    Planted planted = planted();
    App app = app(planted);
    Dump dump = new Dump(ground.cluster());
    Story story = new Story(app, planted);
    during("a patient's story", story::tell);
    Map<String, String> ids = story.ids();
    during("refused calls", () -> new Refusals(app, planted, ids).sweep(Fields.in(repository)));
    during(
        "broken records",
        () -> BrokenRecords.send(ground.cluster(), dump, planted, ids.get("patientId")));
    new Pages(ground, heard).read();
    during("outages", () -> new Outages(ground.cluster(), app, planted, ids).all());
    return search(planted, app, dump, ids.get("patientId"));
  }

  /** The story alone, with services that lack guards, which they have again afterwards. */
  public Report without(Map<ServiceName, RemovedGuard> guards) {
    guards.forEach((service, guard) -> ground.remove(service, List.of(guard)));
    try {
      Planted planted = planted();
      App app = app(planted);
      Story story = new Story(app, planted);
      story.tell();
      new Refusals(app, planted, story.ids()).sweep(Fields.in(repository));
      return search(planted, app, new Dump(ground.cluster()), story.ids().get("patientId"));
    } finally {
      guards.keySet().forEach(service -> ground.remove(service, List.of()));
    }
  }

  /** Runs a statement as the superuser of the service's database. */
  public void execute(ServiceName service, String sql) {
    ground.execute(service, sql);
  }

  @Override
  public void close() {
    ground.close();
    receiver.close();
  }

  private Report search(Planted planted, App app, Dump dump, String patient) {
    Searching searching = new Searching(ground, heard, dump, planted, Rules.shipped(), folder);
    Report[] report = new Report[1];
    during("search", () -> searching.beforeErasure(patient));
    during("erasure", () -> new Erasing(app, dump).all());
    during("search after erasure", () -> report[0] = searching.afterErasure());
    return report[0];
  }

  private App app(Planted planted) {
    return new App(
        ground, repository, planted, heard, Bearer.app(folder, planted), receiver.authority());
  }

  private Planted planted() {
    Planted planted = new Planted();
    Values.plantFixed(planted);
    planted.plantAll(Kind.ANSWER, "health", Fields.answers(Fields.in(repository)));
    return planted;
  }

  private void during(String step, Runnable work) {
    progress.during(step, work);
  }
}
