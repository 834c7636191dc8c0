package health.backstep.stack.cli;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.backup.Backups;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.database.WalArchive;
import health.backstep.stack.operation.MigratedDatabases;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.ProcessIdentity;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.process.Signal;
import health.backstep.stack.secret.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes after a backup is brought back from the archived log, as far as that goes. */
class ArchivedLogTest {

  private static final Duration WITHIN = Duration.ofMinutes(1);
  private static final String SWITCH = "select pg_walfile_name(pg_switch_wal() - 1)";
  private static final String ARCHIVED =
      "select coalesce(last_archived_wal, '') from pg_stat_archiver";
  private static final String NOW =
      """
      select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
      """;

  @TempDir Path folder;
  @TempDir Path archive;
  @TempDir Path elsewhere;

  @BeforeEach
  void archiveTheLog() {
    WalArchive.begin(DataFolder.at(folder).open(), archive);
  }

  @Test
  void each_way_of_restoring_reaches_as_far_as_it_says() throws Exception {
    String between;
    try (MigratedDatabases databases = MigratedDatabases.in(folder)) {
      databases.execute(PLAN, "create table word (word text)");
      say(databases, "before");
      assertThat(Typed.at(folder, "backup").out()).contains("to the archive at least every 60 s");
      say(databases, "after");
      between = databases.rows(PLAN, NOW).getFirst();
      say(databases, "later");
      awaitArchived(databases);
      say(databases, "lost");
      crash();
    }

    assertThat(restored("--to", "backup")).containsExactly("before");
    assertThat(restored("--to", between)).containsExactly("before", "after");
    assertThat(restored("--to", "latest")).containsExactly("before", "after", "later");
  }

  @Test
  void a_restored_stack_archives_on_and_can_be_lost_again() throws Exception {
    try (MigratedDatabases databases = MigratedDatabases.in(folder)) {
      databases.execute(PLAN, "create table word (word text)");
      assertThat(Typed.at(folder, "backup").exit()).isZero();
      say(databases, "first life");
      awaitArchived(databases);
      say(databases, "given up");
      crash();
    }
    loseTheDatabase();
    assertThat(restore("--to", "latest").exit()).isZero();
    try (PostgresServer second = start()) {
      say(second, "second life");
      awaitArchived(second);
      say(second, "given up");
      end(second.process().identity());
    }
    loseTheDatabase();

    assertThat(restore("--to", "latest").exit()).isZero();

    try (PostgresServer third = start()) {
      assertThat(words(third)).containsExactly("first life", "second life");
    }
  }

  @Test
  void nothing_is_archived_into_a_folder_that_is_gone() throws Exception {
    FileTree.delete(archive);

    assertThatThrownBy(this::start)
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("Is its disk mounted?");
  }

  private List<String> restored(String... words) throws Exception {
    FileTree.delete(elsewhere.resolve("postgres"));
    FileTree.delete(elsewhere.resolve("secrets"));
    DataFolder.at(elsewhere).open();
    copy(folder.resolve("secrets"), elsewhere.resolve("secrets"));
    List<String> all =
        new ArrayList<>(List.of("restore", backup().toString(), "--archive", archive.toString()));
    all.addAll(List.of(words));
    Typed restore = Typed.at(elsewhere, all.toArray(String[]::new));
    assertThat(restore.exit()).as(restore.err()).isZero();
    try (PostgresServer server =
        PostgresServer.start(elsewhere, Ports.free().postgres(), Secrets.in(elsewhere))) {
      return words(server);
    }
  }

  private Typed restore(String... words) {
    List<String> all = new ArrayList<>(List.of("restore", backup().toString()));
    all.addAll(List.of(words));
    return Typed.at(folder, all.toArray(String[]::new));
  }

  private Path backup() {
    return new Backups(folder.resolve("backups")).newest().folder();
  }

  /** At once: a server that ends in order archives all that it has. */
  private void crash() {
    ProcessTable.at(DataFolder.at(folder).processTable()).alive().stream()
        .map(RunningProcess::identity)
        .forEach(ArchivedLogTest::end);
  }

  private static void end(ProcessIdentity server) {
    server.send(Signal.QUIT);
    assertThat(server.awaitEnd(WITHIN)).isTrue();
  }

  private void loseTheDatabase() throws Exception {
    FileTree.delete(folder.resolve("postgres"));
  }

  private PostgresServer start() {
    return PostgresServer.start(folder, Ports.free().postgres(), Secrets.in(folder));
  }

  private static void copy(Path from, Path to) throws Exception {
    Files.createDirectories(to);
    for (String name : List.of("database-key", "signing-key.json", "receipts-key")) {
      Files.copy(from.resolve(name), to.resolve(name));
    }
  }

  private static void say(MigratedDatabases databases, String word) throws SQLException {
    databases.execute(PLAN, "insert into word values (?)", word);
  }

  private static void say(PostgresServer server, String word) throws SQLException {
    execute(server, "insert into word values ('" + word + "')");
  }

  /** Fills up the file that is being written, as the time limit does. */
  private static void awaitArchived(MigratedDatabases databases) throws SQLException {
    String file = databases.rows(PLAN, SWITCH).getFirst();
    await()
        .atMost(WITHIN)
        .until(() -> databases.rows(PLAN, ARCHIVED).getFirst().compareTo(file) >= 0);
  }

  private static void awaitArchived(PostgresServer server) throws SQLException {
    String file = rows(server, SWITCH).getFirst();
    await().atMost(WITHIN).until(() -> rows(server, ARCHIVED).getFirst().compareTo(file) >= 0);
  }

  private static List<String> words(PostgresServer server) throws SQLException {
    return rows(server, "select word from word");
  }

  private static void execute(PostgresServer server, String sql) throws SQLException {
    try (Connection connection = server.connectAsSuperuser(PLAN.database());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> rows(PostgresServer server, String sql) throws SQLException {
    try (Connection connection = server.connectAsSuperuser(PLAN.database());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (row.next()) {
        found.add(row.getString(1));
      }
      return found;
    }
  }
}
