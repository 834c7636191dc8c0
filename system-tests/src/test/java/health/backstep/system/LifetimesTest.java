package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/retention.md names every table and topic, with the lifetime that it has. */
class LifetimesTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final List<Path> SETTINGS =
      List.of(
          Path.of("backbone/src/main/resources/META-INF/microprofile-config.properties"),
          Path.of("plan-service/src/main/resources/application.properties"));

  private static final String WITH_THE_PATIENT = "with the patient";
  private static final Set<String> WITHOUT_A_NUMBER =
      Set.of(WITH_THE_PATIENT, "with the webhook", "until done", "for good");

  private static final Pattern TABLE =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]*)\\| ([^|]*)\\|");
  private static final Pattern TOPIC = Pattern.compile("(?m)^\\| `(pt\\.[\\w.]+)` \\| ([^|]+) \\|");

  private static final String TABLES =
      "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1";
  private static final String PERSONAL =
      "select t.tgrelid::regclass::text from pg_trigger t where t.tgname = 'personal'";

  /** A row of the page. */
  private record Kept(String table, List<String> of, String time, String setting) {

    static Kept of(MatchResult row) {
      return new Kept(
          row.group(1),
          List.of(row.group(2).strip().split(", ")),
          row.group(3).strip(),
          row.group(5).strip().replace("`", ""));
    }

    boolean isOf(ServiceName service) {
      return of.contains("all") || of.contains(service.database());
    }

    boolean hasANumber() {
      return !WITHOUT_A_NUMBER.contains(time);
    }
  }

  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void everyTableOfAServiceIsNamedAndNoOther(ServiceName service) {
    assertThat(rows().stream().filter(row -> row.isOf(service)).map(Kept::table))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrder(Platform.texts(service, TABLES));
  }

  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void whatIsKeptWithThePatientGoesWithThePatient(ServiceName service) {
    List<String> personal = Arrays.asList(Platform.texts(service, PERSONAL));

    assertThat(rows().stream().filter(row -> row.isOf(service)))
        .filteredOn(row -> row.time().equals(WITH_THE_PATIENT))
        .isNotEmpty()
        .extracting(Kept::table)
        .isSubsetOf(personal);
    assertThat(rows().stream().filter(row -> row.isOf(service)))
        .as("an erasure takes them, and so nothing keeps them for good")
        .filteredOn(row -> personal.contains(row.table()))
        .extracting(Kept::time)
        .doesNotContain("for good");
  }

  @Test
  void everyNumberIsThatOfItsSetting() throws IOException {
    Properties configured = settings();
    List<Kept> numbered = rows().stream().filter(Kept::hasANumber).toList();

    assertThat(numbered)
        .hasSizeGreaterThan(8)
        .allSatisfy(
            row ->
                assertThat(days(Duration.parse(configured.getProperty(row.setting(), "PT0S"))))
                    .as(row.table() + ", " + row.setting())
                    .isEqualTo(row.time()));
    assertThat(rows())
        .filteredOn(row -> !row.hasANumber())
        .extracting(Kept::setting)
        .containsOnly("");
    assertThat(numbered)
        .extracting(Kept::setting)
        .as("no lifetime is set that the page does not tell")
        .containsAll(
            configured.stringPropertyNames().stream()
                .filter(name -> name.startsWith("backstep.retention."))
                .filter(name -> !name.matches(".*\\.(interval|step|pause)"))
                .toList());
  }

  @Test
  void everyTopicIsKeptAsTheContractSays() {
    List<String> told =
        TOPIC
            .matcher(page())
            .results()
            .map(row -> row.group(1) + ": " + row.group(2).strip())
            .toList();

    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Topics.fromContract().stream().map(LifetimesTest::kept).collect(Collectors.toSet()));
  }

  /** A longer stay on a topic than in the outbox, or of an id than of its event, would lose one. */
  @Test
  void theyFitEachOther() throws IOException {
    Properties configured = settings();
    Duration topics =
        Topics.fromContract().stream()
            .filter(topic -> topic.name().endsWith(".events.v1"))
            .map(LifetimesTest::retention)
            .max(Duration::compareTo)
            .orElseThrow();
    Duration letters =
        Topics.fromContract().stream()
            .filter(topic -> topic.name().contains(".dlq."))
            .map(LifetimesTest::retention)
            .max(Duration::compareTo)
            .orElseThrow();
    Duration outbox = set(configured, "backstep.retention.outbox");
    Duration again = set(configured, "backstep.relay.again-after");

    assertThat(outbox).isGreaterThanOrEqualTo(topics.multipliedBy(2));
    assertThat(again).isLessThan(topics.dividedBy(2));
    assertThat(set(configured, "backstep.retention.inbox")).isGreaterThan(letters);
    assertThat(set(configured, "backstep.retention.dead-letter")).isEqualTo(letters);
    assertThat(set(configured, "backstep.retention.audit")).isGreaterThan(Duration.ofDays(365));
  }

  private static List<Kept> rows() {
    return TABLE.matcher(page()).results().map(Kept::of).toList();
  }

  private static String kept(TopicSpec topic) {
    return topic.name()
        + ": "
        + (topic.settings().containsKey("retention.ms")
            ? days(retention(topic))
            : "the last of each key");
  }

  private static Duration retention(TopicSpec topic) {
    return Duration.ofMillis(Long.parseLong(topic.settings().get("retention.ms")));
  }

  private static String days(Duration time) {
    return time.toDays() == 1 ? "1 day" : time.toDays() + " days";
  }

  private static Duration set(Properties configured, String name) {
    return Duration.parse(configured.getProperty(name));
  }

  private static Properties settings() throws IOException {
    Properties all = new Properties();
    for (Path file : SETTINGS) {
      try (Reader reader = Files.newBufferedReader(REPOSITORY.resolve(file))) {
        all.load(reader);
      }
    }
    return all;
  }

  private static String page() {
    try {
      return Files.readString(REPOSITORY.resolve("docs/retention.md"));
    } catch (IOException e) {
      throw new AssertionError("docs/retention.md cannot be read", e);
    }
  }
}
