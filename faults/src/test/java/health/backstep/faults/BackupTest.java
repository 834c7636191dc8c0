package health.backstep.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.faults.check.invariant.Finding;
import health.backstep.faults.check.invariant.Finding.Verdict;
import health.backstep.faults.cluster.Layout;
import health.backstep.faults.cluster.LocalCluster;
import health.backstep.faults.load.Attempt;
import health.backstep.faults.load.Journal;
import health.backstep.faults.load.Load;
import health.backstep.faults.load.LoadOptions;
import health.backstep.stack.Progress;
import health.backstep.stack.backup.Backups;
import health.backstep.stack.backup.Manifest;
import health.backstep.stack.cli.Backstep;
import health.backstep.stack.database.WalArchive;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Patients' apps at work, a backup in their midst, everything lost, Kafka too, and brought back.
 * What is left of the data lies below {@code target} for whoever looks.
 */
@Tag("long")
class BackupTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Path HERE = Path.of("target", "backup-test").toAbsolutePath();
  private static final Path DATA = HERE.resolve("data");
  private static final Path KEPT = HERE.resolve("kept");
  private static final Path ARCHIVE = HERE.resolve("archive");
  private static final Layout LAYOUT =
      Layout.standard().withBrokers(1).withInstances(ServiceName.PLAN, 1);
  private static final int SOME_ANSWERS = 200;
  private static final Duration WITHIN = Duration.ofMinutes(5);

  /** The time limit, and what PostgreSQL takes to notice it and to copy a file. */
  private static final Duration MOST_LOST = WalArchive.TIMEOUT.plusSeconds(15);

  private static final Pattern POINT = Pattern.compile("answered before (\\S+) is there");

  private final Journal journal = new Journal();
  private final List<Attempt> probes = new ArrayList<>();

  @BeforeEach
  void beginAnew() throws IOException {
    FileTree.delete(HERE);
    Files.createDirectories(KEPT);
  }

  @Test
  void allThatWasAnsweredBeforeTheBackupWasWholeIsThereAndNothingHappensTwice() throws Exception {
    try (LocalCluster cluster = start()) {
      work(cluster, 1, SOME_ANSWERS, () -> assertThat(backup()).contains("is in it"));
    }
    loseEverythingButTheSecrets();

    Outcome outcome = restored(restore());

    assertThat(outcome.lost()).as("answered later, and lost").isPositive();
    assertHolds(outcome);
  }

  @Test
  void withTheArchivedLogAMinuteIsLostAtMost() throws Exception {
    WalArchive.begin(DataFolder.at(DATA).open(), ARCHIVE);
    try (LocalCluster cluster = start()) {
      work(
          cluster,
          1,
          SOME_ANSWERS / 4,
          () -> {
            backup();
            awaitArchivedByTheClock(cluster);
          });
    }
    loseEverythingButTheSecrets();

    Instant point = restore("--archive", ARCHIVE.toString());

    Manifest manifest = new Backups(KEPT).newest().manifest();
    assertThat(point).isAfter(manifest.point());
    Duration lost = Duration.between(point, lastAnswer());
    System.out.printf("lost with the archived log: the last %.1f s%n", lost.toMillis() / 1000.0);
    assertThat(lost).isLessThan(MOST_LOST);
    assertHolds(restored(point));
  }

  private static void assertHolds(Outcome outcome) {
    outcome.lines().forEach(System.out::println);
    assertThat(outcome.findings())
        .as(String.join("\n", outcome.lines()))
        .noneMatch(Finding::isBroken)
        .filteredOn(finding -> finding.verdict() == Verdict.HOLDS)
        .extracting(Finding::invariant)
        .contains("I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10");
  }

  private static LocalCluster start() {
    return LocalCluster.start(DATA, REPOSITORY, LAYOUT, Progress.silent());
  }

  /** Patients are at work before, while and for so many answers after something happens. */
  private void work(LocalCluster cluster, long seed, int answersAfter, Happening midst)
      throws Exception {
    try (Load load = Load.on(cluster, new LoadOptions(seed, 24, 24), journal)) {
      await().atMost(WITHIN).ignoreExceptions().until(load.probe()::works);
      awaitAnswers(SOME_ANSWERS);
      midst.happens();
      awaitAnswers(answersAfter);
      probes.addAll(load.probes().attempts());
    }
  }

  private interface Happening {
    void happens() throws Exception;
  }

  private void awaitAnswers(int more) {
    int enough = journal.size() + more;
    await().atMost(WITHIN).until(() -> journal.size() >= enough);
  }

  private static void awaitArchivedByTheClock(LocalCluster cluster) {
    String last = new Backups(KEPT).newest().manifest().lastSegment();
    await().atMost(WITHIN).until(() -> lastArchived(cluster).compareTo(last) > 0);
  }

  /** Its name begins with the file's where it is the history of a backup. */
  private static String lastArchived(LocalCluster cluster) throws SQLException {
    try (Connection connection = cluster.connect(ServiceName.PLAN);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select left(coalesce(last_archived_wal, ''), 24) from pg_stat_archiver")) {
      row.next();
      return row.getString(1);
    }
  }

  /** The operator keeps them apart from the backups. */
  private static void loseEverythingButTheSecrets() throws IOException {
    Path apart = HERE.resolve("apart");
    Files.move(DATA.resolve("secrets"), apart);
    FileTree.delete(DATA);
    DataFolder.at(DATA).open();
    Files.move(apart, DATA.resolve("secrets"));
  }

  private Outcome restored(Instant point) throws Exception {
    try (LocalCluster cluster =
        LocalCluster.startRestored(DATA, REPOSITORY, LAYOUT, Progress.silent())) {
      List<Attempt> before = asked();
      work(cluster, 2, SOME_ANSWERS, () -> {});
      List<Attempt> after = new ArrayList<>(asked());
      after.removeAll(before);
      return Outcome.of(cluster, point, before, after);
    }
  }

  private List<Attempt> asked() {
    return Stream.of(journal.attempts(), probes).flatMap(List::stream).toList();
  }

  private Instant lastAnswer() {
    return journal.attempts().stream()
        .filter(attempt -> attempt.answer().isPresent())
        .map(attempt -> attempt.begun().plus(attempt.took()))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private static String backup() {
    return typed("backup", "--to", KEPT.toString());
  }

  private static Instant restore(String... more) {
    List<String> words = new ArrayList<>();
    words.add("restore");
    words.add(new Backups(KEPT).newest().folder().toString());
    words.addAll(List.of(more));
    Matcher point = POINT.matcher(typed(words.toArray(String[]::new)));
    assertThat(point.find()).isTrue();
    return Instant.parse(point.group(1));
  }

  private static String typed(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", DATA.toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Backstep.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    assertThat(exit).as(err.toString()).isZero();
    System.out.print(out);
    return out.toString();
  }
}
