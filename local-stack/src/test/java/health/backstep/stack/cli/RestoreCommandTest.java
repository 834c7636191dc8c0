package health.backstep.stack.cli;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.backup.Backup;
import health.backstep.stack.backup.Backups;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.operation.MigratedDatabases;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Secrets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a server at work, and what can be wrong with one. */
class RestoreCommandTest {

  private static final String OUTBOX =
      """
      insert into outbox (tenant, event_id, topic, record_key, sequence, headers, sent_at)
      values ('north-clinic', gen_random_uuid(), 'pt.%s.events.v1', 'a', %d, '{}', clock_timestamp())
      """;

  @TempDir static Path folder;
  @TempDir static Path kept;

  private static MigratedDatabases databases;
  private static Typed made;
  private static Path backup;

  @TempDir Path elsewhere;

  @BeforeAll
  static void makeABackup() throws IOException, SQLException {
    databases = MigratedDatabases.in(folder);
    for (ServiceName service : ServiceName.values()) {
      event(service, 1);
    }
    databases.execute(
        SESSION,
        "insert into rebuild (topic, up_to, sent_up_to, requested_by) values ('pt.session.events.v1', 9, 7, 'before')");
    databases.execute(
        PLAN,
        """
        create table change (tenant text, id uuid, number bigint);
        create table change_feed (tenant text primary key,
          last_number bigint not null default 0, removed_up_to bigint not null default 0);
        insert into change_feed (tenant, last_number) values ('north-clinic', 41);
        insert into change values ('north-clinic', gen_random_uuid(), 41), ('north-clinic', gen_random_uuid(), null)
        """);
    made = Typed.at(folder, "backup", "--to", kept.toString());
    for (ServiceName service : ServiceName.values()) {
      event(service, 2);
    }
    backup = new Backups(kept).newest().folder();
  }

  @AfterAll
  static void stop() {
    databases.close();
  }

  @BeforeEach
  void bringTheSecrets() throws IOException {
    DataFolder.at(elsewhere).open();
    copy(folder.resolve("secrets"), elsewhere.resolve("secrets"));
  }

  @Test
  void says_what_is_in_it_and_lets_only_its_owner_read_it() throws IOException {
    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(made.out())
        .startsWith(backup.toString())
        .contains("Everything that was answered before 20", "It holds health data.");
    assertThat(permissions(backup)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(backup)) {
      assertThat(files)
          .hasSize(3)
          .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void brings_back_all_three_databases_as_they_were_and_asks_for_all_topics() throws Exception {
    Files.createDirectories(elsewhere.resolve("kafka/pt.plan.events.v1-0"));

    Typed restore = restore("--replace", "--actor", "anna");

    assertThat(restore.exit()).as(restore.err()).isZero();
    assertThat(restore.out())
        .contains("Everything that was answered before 20")
        .contains("There is no journal of erasures", "Kafka is empty");
    assertThat(elsewhere.resolve("kafka")).doesNotExist();
    assertThat(elsewhere.resolve("restoring")).doesNotExist();
    try (PostgresServer server =
        PostgresServer.start(elsewhere, Ports.free().postgres(), Secrets.in(elsewhere))) {
      for (ServiceName service : ServiceName.values()) {
        String topic = "pt." + service.database() + ".events.v1";
        assertThat(rows(server, service, "select sequence from outbox")).containsExactly("1");
        assertThat(
                rows(
                    server,
                    service,
                    "select topic || ' ' || sent_up_to from rebuild where finished_at is null"))
            .containsExactly(topic + " 0");
        assertThat(
                rows(
                    server,
                    service,
                    "select actor || ' ' || act || ' ' || subject from operation order by at limit 1"))
            .containsExactly("anna RESTORE " + backup.getFileName());
      }
    }
  }

  @Test
  void numbers_changes_far_above_all_that_partners_may_have_seen() throws Exception {
    assertThat(restore().exit()).isZero();

    try (PostgresServer server =
        PostgresServer.start(elsewhere, Ports.free().postgres(), Secrets.in(elsewhere))) {
      assertThat(rows(server, PLAN, "select coalesce(number::text, 'none') from change"))
          .containsExactly("none");
      String last = rows(server, PLAN, "select last_number::text from change_feed").getFirst();
      assertThat(Long.parseLong(last)).isGreaterThan(1_700_000_000_000L);
      assertThat(
              rows(
                  server,
                  PLAN,
                  """
                  insert into change_feed (tenant) values ('of-later') returning last_number::text
                  """))
          .containsExactly(last);
      assertThat(rows(server, PLAN, "select distinct removed_up_to::text from change_feed"))
          .containsExactly(last);
    }
  }

  @Test
  void counts_the_erasures_that_were_ordered_later() throws IOException {
    Files.writeString(
        elsewhere.resolve("erasures.log"),
        """

        2020-01-01T00:00:00Z north-clinic 0198c0de-0000-7000-8000-000000000001 0198c0de-0000-7000-8000-000000000002

        2999-01-01T00:00:00Z north-clinic 0198c0de-0000-7000-8000-000000000003 0198c0de-0000-7000-8000-000000000004

        2999-01-01T00:
        """);

    assertThat(restore().out()).contains("are carried out again at the next start: 1.");
  }

  @Test
  void a_flipped_bit_is_found_and_nothing_is_changed() throws IOException {
    Path copy = copyOfBackup();
    flipABit(copy.resolve("cluster.tar.gz"));

    assertRefused(restoreFrom(copy), "is damaged: cluster.tar.gz is not what was written");
  }

  @Test
  void a_changed_manifest_is_found() throws IOException {
    Path copy = copyOfBackup();
    flipABit(copy.resolve("manifest.json"));

    assertThat(restoreFrom(copy).exit()).isEqualTo(Backstep.USER_ERROR);
    assertThat(elsewhere.resolve("postgres")).doesNotExist();
  }

  @Test
  void files_that_are_not_those_of_the_manifest_are_found_although_the_checksums_agree()
      throws IOException {
    Path copy = copyOfBackup();
    String manifest = Files.readString(copy.resolve("manifest.json"));
    Files.writeString(
        copy.resolve("manifest.json"), manifest.replaceFirst("\"PG_VERSION\"", "\"PG_OTHER\""));
    Files.writeString(copy.resolve("SHA256SUMS"), sums(copy));

    assertRefused(restoreFrom(copy), "is damaged: PG_VERSION is not what was written");
  }

  @Test
  void half_a_backup_is_refused() throws IOException {
    Path unfinished = copyOfBackup();
    Path named = unfinished.resolveSibling("backup-20261122T080000Z.unfinished");
    Files.move(unfinished, named);
    assertRefused(restoreFrom(named), "is no whole backup");

    Path without = copyOfBackup();
    Files.delete(without.resolve("SHA256SUMS"));
    assertRefused(restoreFrom(without), "is no whole backup");
    assertRefused(restoreFrom(kept.resolve("nowhere")), "There is no backup");
  }

  @Test
  void nothing_is_written_over_what_is_there() throws IOException {
    Path there = Files.createDirectories(elsewhere.resolve("postgres"));
    Files.writeString(there.resolve("PG_VERSION"), "mine");

    Typed restore = restore();

    assertThat(restore.exit()).isEqualTo(Backstep.USER_ERROR);
    assertThat(restore.err()).contains("There are data in", "--replace");
    assertThat(there.resolve("PG_VERSION")).hasContent("mine");
  }

  @Test
  void nothing_is_written_over_a_stack_that_runs() {
    Typed restore = Typed.at(folder, "restore", backup.toString(), "--replace");

    assertThat(restore.exit()).isEqualTo(Backstep.USER_ERROR);
    assertThat(restore.err()).contains("A stack runs on", "postgres", "./backstep down");
  }

  @Test
  void a_backup_is_opened_by_its_own_secrets_alone() throws IOException {
    FileTree.delete(elsewhere.resolve("secrets"));
    assertRefused(restore(), "has no secrets");

    Secrets.in(elsewhere);
    assertRefused(restore(), "are not those of this backup");
  }

  @Test
  void a_time_needs_the_archived_log_and_an_older_backup() {
    assertRefused(restore("--to", "2026-11-22T08:00:00Z"), "Name its folder with --archive");
    assertRefused(
        restore("--to", "2020-01-01T08:00:00Z", "--archive", kept.toString()),
        "Name an older backup");
    assertRefused(restore("--to", "yesterday"), "--to is latest, backup or a time such as");
  }

  @Test
  void keeps_as_many_backups_as_it_is_told_to() throws IOException {
    Path place = elsewhere.resolve("tidied");
    Files.createDirectories(place.resolve("backup-20200101T000000Z"));

    Typed backup = Typed.at(folder, "backup", "--to", place.toString(), "--keep", "1");

    assertThat(backup.out()).contains("removed backup-20200101T000000Z");
    assertThat(new Backups(place).all()).extracting(Backup::name).hasSize(1);
  }

  private Typed restore(String... words) {
    List<String> all = new ArrayList<>(List.of("restore", backup.toString()));
    all.addAll(List.of(words));
    return Typed.at(elsewhere, all.toArray(String[]::new));
  }

  private Typed restoreFrom(Path other) {
    return Typed.at(elsewhere, "restore", other.toString());
  }

  private void assertRefused(Typed restore, String why) {
    assertThat(restore.exit()).as(restore.out()).isEqualTo(Backstep.USER_ERROR);
    assertThat(restore.err()).contains(why);
    assertThat(elsewhere.resolve("postgres")).doesNotExist();
    assertThat(elsewhere.resolve("restoring")).doesNotExist();
  }

  private static void event(ServiceName service, int sequence) throws SQLException {
    databases.execute(service, OUTBOX.formatted(service.database(), sequence));
  }

  private Path copyOfBackup() throws IOException {
    Path copy = elsewhere.resolve("backup-copy");
    FileTree.delete(copy);
    copy(backup, copy);
    return copy;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void flipABit(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      long middle = channel.size() / 2;
      channel.read(one, middle);
      one.put(0, (byte) (one.get(0) ^ 1)).rewind();
      channel.write(one, middle);
    }
  }

  private static String sums(Path copy) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String name : List.of("cluster.tar.gz", "manifest.json")) {
      Process sum =
          new ProcessBuilder("sha256sum", name)
              .directory(copy.toFile())
              .redirectErrorStream(true)
              .start();
      lines.append(new String(sum.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    return lines.toString();
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> rows(PostgresServer server, ServiceName service, String sql)
      throws SQLException {
    try (Connection connection = server.connectAsSuperuser(service.database());
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
