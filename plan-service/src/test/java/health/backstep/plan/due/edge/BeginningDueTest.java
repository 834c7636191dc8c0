package health.backstep.plan.due.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.tenancy.ErasedPatients;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.watch.AllTenants;
import health.backstep.plan.edge.Feed;
import health.backstep.plan.edge.Patient;
import health.backstep.plan.edge.PlanComponentTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Patients from before there were due items, to whom nothing happens any more. */
@PlanComponentTest
class BeginningDueTest {

  private record Pace(Duration lookEvery, int lookStep, Duration beginEvery, int beginStep)
      implements DueConfig {}

  private static final Duration ROUND = Duration.ofMinutes(15);

  /** More than enough for all patients of all tests. */
  private static final int STEPS = 100;

  @Inject DueOverview overview;
  @Inject FoldingDue folding;
  @Inject TenantTransaction transaction;
  @Inject ErasedPatients erased;
  @Inject AllTenants tenants;

  private final Partner partner = new Partner("begin-" + UUID.randomUUID());
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

  @Test
  void theirDueItemsAreKeptWithoutANewEvent() {
    Patient patient = patientFromBefore();

    go(inStepsOf(200), STEPS);

    assertThat(kinds(patient)).contains("CHECK_IN_72_HOURS", "REASSESSMENT");
  }

  @Test
  void whatCanStillBeDoneIsAnnouncedOnceAndWhatIsTooLateIsNot() {
    Patient patient = patientFromBefore();
    Feed feed = new Feed(partner).fromNowOn();

    go(inStepsOf(200), STEPS);
    go(inStepsOf(200), STEPS);

    assertThat(kinds(patient)).doesNotContain("CHECK_IN_NEXT_MORNING");
    assertThat(feed.next("type=check-in.due").getList("items.dueId", String.class))
        .containsExactlyElementsOf(
            Stored.column(
                "select id from due_item where kind = 'CHECK_IN_72_HOURS' and patient_id = ?",
                patient.id()));
  }

  @Test
  void severalInstancesThatGoRoundAtOnceAnnounceAnItemOnce() {
    for (int i = 0; i < 10; i++) {
      patientFromBefore();
    }
    Feed feed = new Feed(partner).fromNowOn();

    AtOnce.run(
        4,
        () -> {
          go(inStepsOf(200), STEPS);
          return true;
        });

    assertThat(feed.next("type=check-in.due").getList("items.dueId", String.class))
        .hasSize(10)
        .doesNotHaveDuplicates();
  }

  @Test
  void aStepLooksAtAFewPatientsAndTheNextOneGoesOn() {
    patientFromBefore();
    patientFromBefore();
    int known = Integer.parseInt(Stored.column("select count(*) from patient_course").getFirst());
    BeginningDue beginning = inStepsOf(1);

    go(beginning, 1);
    assertThat(begun()).isLessThan(2);

    go(beginning, known + STEPS);
    assertThat(begun()).isEqualTo(2);
  }

  @Test
  void whoseHistoryCannotBeReadKeepsNobodyWaitingAndHasAnotherTurnInTheNextRound() {
    Patient unreadable = patientFromBefore();
    Patient later = patientFromBefore();
    BeginningDue beginning = inStepsOf(200);
    Stored.alter(
        "update history_event set payload = '!' || payload where patient_id = '%s'"
            .formatted(unreadable.id()));

    go(beginning, STEPS);
    assertThat(kinds(later)).isNotEmpty();
    assertThat(kinds(unreadable)).isEmpty();

    Stored.alter(
        "update history_event set payload = substr(payload, 2) where patient_id = '%s'"
            .formatted(unreadable.id()));
    go(beginning, STEPS);
    assertThat(kinds(unreadable)).isEmpty();

    now.updateAndGet(time -> time.plus(ROUND));
    go(beginning, STEPS);
    assertThat(kinds(unreadable)).isNotEmpty();
  }

  /** One who trained so long ago that only the last question about it can be answered. */
  private Patient patientFromBefore() {
    Patient patient = Patient.withPlan(partner);
    Instant ended = Instant.now().minus(Duration.ofHours(73)).truncatedTo(ChronoUnit.SECONDS);
    patient.dueAfter(patient.trained(Uuid7.next(), ended));
    Stored.alter("delete from due_course where patient_id = '" + patient.id() + "'");
    Stored.alter("delete from due_item where patient_id = '" + patient.id() + "'");
    return patient;
  }

  private BeginningDue inStepsOf(int patients) {
    Pace pace = new Pace(Duration.ofSeconds(5), 500, ROUND, patients);
    return new BeginningDue(overview, folding, transaction, erased, pace, tenants, clock);
  }

  private void go(BeginningDue beginning, int steps) {
    try (Connection connection = tenants.connect("begin-test")) {
      for (int step = 0; step < steps; step++) {
        beginning.step(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> kinds(Patient patient) {
    return Stored.column("select kind from due_item where patient_id = ?", patient.id());
  }

  private int begun() {
    return Integer.parseInt(
        Stored.column("select count(*) from due_course where tenant = ?", partner.tenant())
            .getFirst());
  }
}
