package health.backstep.security.fuzz.run;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.planted.PlantedBug;
import health.backstep.planted.RemovedGuard;
import health.backstep.security.authz.run.Meter;
import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What no honest client or service sends, sent to the packaged services; and that the looking
 * notices when a service answers or stores what it must not.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FuzzTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final int REQUESTS = 20_000;
  private static final int RECORDS = 2_000;
  private static final long SEED = 6;

  private static Fuzzing platform;

  @BeforeAll
  static void start() {
    platform =
        Fuzzing.start(Path.of("target", "fuzz").toAbsolutePath(), REPOSITORY, Progress.silent());
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Order(1)
  @Test
  void no_request_is_too_much() {
    Report report = platform.requests(SEED, REQUESTS, Meter.silent());

    tell("requests", report);
    assertThat(report.findings()).isEmpty();
    assertThat(report.sent()).isEqualTo(REQUESTS);
    assertThat(report.again()).isGreaterThan(REQUESTS / 3);
    assertThat(count(report, "200", "201", "202", "204")).isGreaterThan(REQUESTS / 10);
    assertThat(report.outcomes()).containsKeys("400", "401", "404", "405", "409", "413", "415");
  }

  @Tag("long")
  @Order(2)
  @Test
  void services_that_blame_themselves_or_keep_what_they_refuse_are_noticed() {
    try {
      platform.remove(
          ServiceName.PROFILE,
          List.of(
              RemovedGuard.BLAMED_ON_US,
              RemovedGuard.KEPT_THOUGH_REFUSED,
              RemovedGuard.PLAIN_PROBLEMS));
      Report report = platform.requests(SEED, 800, Meter.silent());

      tell("planted", report);
      Map<String, String> planted = new LinkedHashMap<>();
      planted.put("a refusal as a failure of ours", "answered 500");
      planted.put("a problem under another media type", "the problem's type is not");
      planted.put("a text of a refused call that is kept", "refused, and stands in");
      planted.put("a table that a refused call changes", "refused, and changed");
      assertAllAreCaught(planted, report);
    } finally {
      platform.remove(ServiceName.PROFILE, List.of());
    }
  }

  @Order(3)
  @Test
  void no_record_is_too_much() {
    Report report = platform.records(SEED, RECORDS, Meter.silent());

    tell("records", report);
    assertThat(report.findings()).isEmpty();
    assertThat(report.sent()).isGreaterThanOrEqualTo(RECORDS);
    assertThat(count(report, "APPLIED")).isGreaterThan(RECORDS / 10);
    assertThat(count(report, "PARKED")).isGreaterThan(RECORDS / 100);
    assertThat(report.outcomes())
        .containsKeys(
            "HEADER_UNREADABLE",
            "PAYLOAD_UNREADABLE",
            "SEQUENCE_CONFLICT",
            "SEQUENCE_TOO_FAR_AHEAD",
            "FOREIGN_TENANT",
            "TOO_LARGE");
  }

  @Tag("long")
  @Order(4)
  @Test
  void a_consumer_that_passes_over_what_fails_is_noticed() {
    try {
      platform.plant(ServiceName.PLAN, PlantedBug.SWALLOWED_EXCEPTION);
      Report report = platform.records(SEED + 1, 100, Meter.silent());

      tell("planted", report);
      assertAllAreCaught(Map.of("a record that is lost", "LOST"), report);
    } finally {
      platform.remove(ServiceName.PLAN, List.of());
    }
  }

  private static void assertAllAreCaught(Map<String, String> planted, Report report) {
    List<String> caught =
        planted.entrySet().stream()
            .filter(
                one ->
                    report.findings().stream()
                        .anyMatch(each -> each.what().contains(one.getValue())))
            .map(Map.Entry::getKey)
            .toList();
    System.out.printf("caught %d of %d: %s%n", caught.size(), planted.size(), caught);
    assertThat(caught).containsExactlyElementsOf(planted.keySet());
  }

  private static int count(Report report, String... outcomes) {
    return Stream.of(outcomes).mapToInt(each -> report.outcomes().getOrDefault(each, 0)).sum();
  }

  private static void tell(String what, Report report) {
    System.out.printf(
        "%s: %d sent, %d of them again, %s, p99 %d ms, slowest %d ms, %d findings, %d s%n",
        what,
        report.sent(),
        report.again(),
        report.outcomes(),
        report.p99().toMillis(),
        report.slowest().toMillis(),
        report.findings().size(),
        report.took().toSeconds());
    report.findings().stream().limit(40).forEach(each -> System.out.println("  " + each));
  }
}
