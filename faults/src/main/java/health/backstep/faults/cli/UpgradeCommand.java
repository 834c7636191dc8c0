package health.backstep.faults.cli;

import health.backstep.faults.load.Journal;
import health.backstep.faults.upgrade.EarlierVersions;
import health.backstep.faults.upgrade.History;
import health.backstep.faults.upgrade.UpgradeRun;
import health.backstep.faults.upgrade.Upgraded;
import health.backstep.faults.upgrade.Version;
import health.backstep.stack.platform.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes the services from an earlier commit to this code and back while they are used. */
@Command(
    name = "upgrade",
    description = {
      "Packages the services of an earlier commit, starts two instances of each on a stack of its",
      "own, lets patients use them, and puts this code in place of one instance after the other;",
      "then back, and forwards again. Databases and topics stay: both versions work on them side",
      "by side. The 12 invariants have to hold then, and no call may have been refused for good.",
      "Exit code 0 when that is so, 1 when not. The data stays then, or with --keep.",
      "A commit that does not let migrations of a later version be (ADR 25) is told to with",
      "QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS='*:future,*:missing' ./backstep faults upgrade"
    })
final class UpgradeCommand implements Callable<Integer> {

  @Option(
      names = "--from",
      paramLabel = "REV",
      description =
          "The earlier commit, such as a hash, a tag or HEAD~3. Without it the one before the"
              + " newest commit that changed a migration or the services' code.")
  private String from;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What the patients do comes from it; a failed run is run again with its seed.")
  private Long seed;

  @Option(names = "--keep", description = "Keep databases, topics and logs in any case.")
  private boolean keep;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // read by picocli
  private boolean help;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path repository = FaultsCommand.repository();
    Path data = repository.resolve(".backstep/upgrade");
    History history = new History(repository);
    String commit = from == null ? history.before() : history.commit(from);
    EarlierVersions versions =
        new EarlierVersions(history, repository.resolve(".backstep/versions"));
    try {
      return tell(run(versions, commit, Version.here(repository), data), data);
    } catch (IllegalStateException e) {
      System.err.printf("The run failed: %s%nLogs and data: %s%n", e.getMessage(), data);
      return 1;
    }
  }

  /** Nothing is left running. */
  private Upgraded run(EarlierVersions versions, String commit, Version here, Path data)
      throws InterruptedException {
    LiveWatch watch =
        LiveWatch.on(
            System.out,
            "packaging the services of %s, minutes the first time; details in %s"
                .formatted(EarlierVersions.nameOf(commit), versions.log(commit)));
    try {
      Version before = versions.of(commit);
      watch.phase("getting broker, database and services ready", new Journal());
      long chosen = seed == null ? System.currentTimeMillis() % 1_000_000 : seed;
      return UpgradeRun.thereAndBack(before, here, chosen).on(data, watch, watch);
    } finally {
      watch.finish();
    }
  }

  private int tell(Upgraded upgraded, Path data) throws IOException {
    System.out.println();
    upgraded.lines().forEach(System.out::println);
    if (upgraded.isWell() && !keep) {
      FileTree.delete(data);
    } else {
      System.out.println("Databases, topics and logs: " + data);
    }
    return upgraded.isWell() ? 0 : 1;
  }
}
