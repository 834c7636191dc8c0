package health.backstep.security.canary.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.planted.RemovedGuard;
import health.backstep.security.canary.Find;
import health.backstep.security.canary.Report;
import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Nothing personal gets out of the packaged services, and what would get out is found. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  private static CanaryRun run;

  @BeforeAll
  static void start() {
    run =
        CanaryRun.start(
            Path.of("target", "canaries").toAbsolutePath(), REPOSITORY, Progress.silent());
  }

  @AfterAll
  static void stop() {
    run.close();
  }

  @Order(1)
  @Test
  void canaries_are_found_only_where_they_may_be() {
    Report report = run.whole();

    System.out.printf(
        "canaries: %d planted, %d places, %.1f MB searched, %d found where not allowed%n",
        report.planted(), report.searched().size(), report.bytes() / 1e6, report.leaks().size());
    report.leaks().stream()
        .collect(
            groupingBy(leak -> leak.place() + ", " + leak.canary().kind(), TreeMap::new, toList()))
        .forEach(
            (where, leaks) -> System.out.println("  " + leaks.size() + " in " + leaks.getFirst()));
    assertThat(report.leaks()).isEmpty();
    assertThat(report.unseen()).isEmpty();
    assertThat(report.lost()).isEmpty();
    assertThat(report.planted()).isGreaterThan(500);
  }

  @Tag("long")
  @Order(2)
  @Test
  void planted_leaks_are_caught() {
    Map<String, Predicate<Find>> planted = new LinkedHashMap<>();
    planted.put("a logged payload", in("log plan-service-1"));
    planted.put("a problem that quotes the request", in("problems"));
    planted.put("a span with its query", in("spans"));
    planted.put("a table that erasure forgets", in("erased table session.check_in"));
    run.execute(ServiceName.SESSION, "drop trigger personal on check_in");

    Report report =
        run.without(
            Map.of(
                ServiceName.PLAN, RemovedGuard.LOGGED_PAYLOAD,
                ServiceName.PROFILE, RemovedGuard.QUOTED_BODY,
                ServiceName.SESSION, RemovedGuard.PERSONAL_SPANS));

    List<String> caught =
        planted.entrySet().stream()
            .filter(leak -> report.leaks().stream().anyMatch(leak.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    System.out.printf("caught %d of %d: %s%n", caught.size(), planted.size(), caught);
    assertThat(caught).containsExactlyElementsOf(planted.keySet());
  }

  private static Predicate<Find> in(String place) {
    return find -> find.place().equals(place);
  }
}
