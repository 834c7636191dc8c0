package health.backstep.security.authz.run;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.planted.RemovedGuard;
import health.backstep.security.authz.Matrix;
import health.backstep.security.authz.Row;
import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who may do what, asked of the packaged services, with both walls between tenants and with each of
 * them alone; and that the asking itself notices when a guard is missing.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuthorisationTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Matrix MATRIX = Matrix.shipped();

  /** Guards that were taken away, one after the other, and noticed. */
  private static int caught;

  private static Authorisation platform;

  @BeforeAll
  static void start() {
    platform =
        Authorisation.start(
            Path.of("target", "authz").toAbsolutePath(), REPOSITORY, Progress.silent());
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Order(1)
  @ParameterizedTest
  @EnumSource
  void every_cell_is_answered_as_the_matrix_says(Walls walls) {
    Outcome outcome = platform.run(walls, MATRIX, operation -> true, Meter.silent());

    tell(walls.toString(), outcome);
    assertThat(outcome.differences()).isEmpty();
    assertThat(outcome.asked()).isGreaterThan(5_000);
  }

  @Order(2)
  @Test
  void no_trick_gets_more_than_the_plain_address() {
    Outcome outcome = platform.tricks(Meter.silent());

    tell("tricks", outcome);
    assertThat(outcome.differences()).isEmpty();
    assertThat(outcome.asked()).isGreaterThan(3_000);
  }

  @Order(3)
  @Test
  void the_time_of_an_answer_does_not_tell_what_exists() {
    for (Timing timing : platform.timings()) {
      System.out.println(timing);
      assertThat(timing.foreign().minus(timing.missing()).abs())
          .as(timing.operation())
          .isLessThan(timing.missing().dividedBy(2).plus(Duration.ofMillis(2)));
    }
  }

  @Tag("long")
  @Order(4)
  @Test
  void a_cell_that_is_wrong_in_the_table_is_noticed() {
    Matrix wrong = MATRIX.but(Row.of("recordClearance", "own", "patients:write", "200"));

    Outcome outcome =
        platform.run(
            Walls.BOTH,
            wrong,
            operation -> operation.id().equals("recordClearance"),
            Meter.silent());

    assertThat(outcome.differences())
        .singleElement()
        .asString()
        .contains("actor patients:write: expected 200, answered 403 SCOPE_MISSING");
    noticed("a wrong cell", outcome);
  }

  @Tag("long")
  @Order(5)
  @Test
  void a_scope_that_is_not_looked_at_is_noticed() {
    Outcome outcome =
        platform.runWithout(
            RemovedGuard.UNCHECKED_SCOPE,
            ServiceName.PROFILE,
            MATRIX,
            operation -> operation.service() == ServiceName.PROFILE);

    assertThat(outcome.differences())
        .isNotEmpty()
        .anyMatch(each -> each.toString().contains("recordClearance, object own, actor ops:read"))
        .anyMatch(each -> each.toString().contains("a refused call changed it"));
    noticed("an unchecked scope", outcome);
  }

  /** Alone it would not show: that is what the other wall is for. */
  @Tag("long")
  @Order(6)
  @Test
  void a_dropped_policy_is_noticed_as_soon_as_the_other_wall_is_down() {
    platform.execute(ServiceName.PROFILE, "alter table patient disable row level security");
    try {
      Outcome behindTheOther = readingProfiles(Walls.BOTH);
      Outcome outcome = readingProfiles(Walls.DATABASE);

      assertThat(behindTheOther.differences()).isEmpty();
      assertThat(outcome.differences())
          .anyMatch(each -> each.toString().contains("getPatient, object foreign, actor all"))
          .anyMatch(each -> each.toString().contains("can be told from what is missing"))
          .anyMatch(each -> each.toString().contains("the answer holds a text of kestrel"));
      noticed("a dropped policy", outcome);
    } finally {
      platform.execute(ServiceName.PROFILE, "alter table patient enable row level security");
    }
  }

  private static Outcome readingProfiles(Walls walls) {
    return platform.run(
        walls,
        MATRIX,
        operation -> operation.service() == ServiceName.PROFILE && operation.isReading(),
        Meter.silent());
  }

  private static void tell(String what, Outcome outcome) {
    System.out.printf(
        "%s: %d asked, %d ids watched for, %d differences, %d s%n",
        what,
        outcome.asked(),
        outcome.watched(),
        outcome.differences().size(),
        outcome.took().toSeconds());
    List<Difference> first = outcome.differences().stream().limit(60).toList();
    first.forEach(each -> System.out.println("  " + each));
  }

  private static void noticed(String what, Outcome outcome) {
    caught++;
    System.out.printf(
        "caught %d of 3: %s, by %d differences%n", caught, what, outcome.differences().size());
  }
}
