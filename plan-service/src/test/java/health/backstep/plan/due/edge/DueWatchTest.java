package health.backstep.plan.due.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.clock.TestClock;
import health.backstep.backbone.clock.TestClocks;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.tenancy.ErasedPatients;
import health.backstep.backbone.tenancy.Sandbox;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.watch.AllTenants;
import health.backstep.plan.change.edge.RecordingChanges;
import health.backstep.plan.edge.Feed;
import health.backstep.plan.edge.Patient;
import health.backstep.plan.edge.PlanComponentTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What falls due while nothing else happens to a patient. */
@PlanComponentTest
class DueWatchTest {

  @Inject DueMeters meters;
  @Inject DueOverview overview;
  @Inject DueItems items;
  @Inject Sandbox sandbox;
  @Inject TestClocks clocks;
  @Inject RecordingChanges changes;
  @Inject TenantTransaction transaction;
  @Inject ErasedPatients erased;
  @Inject DueConfig config;
  @Inject AllTenants tenants;

  private final Partner partner = new Partner("watch-" + UUID.randomUUID());
  private final Instant ended = Instant.now();

  @Test
  void anItemIsAnnouncedWhenItsTimeComesAndNotBefore() {
    patientWhoTrained();

    lookAt(ended.plus(Duration.ofMinutes(1)));
    assertThat(announced()).isEmpty();

    lookAt(nextNoonInBerlin());
    assertThat(announced()).hasSize(1);

    lookAt(ended.plus(Duration.ofHours(71)));
    assertThat(announced()).hasSize(1);

    lookAt(ended.plus(Duration.ofHours(73)));
    assertThat(announced()).hasSize(2).doesNotHaveDuplicates();

    lookAt(ended.plus(Duration.ofHours(74)));
    assertThat(announced()).hasSize(2);
  }

  @Test
  void whatWasMissedAltogetherIsNotAnnouncedAfterwards() {
    patientWhoTrained();

    lookAt(ended.plus(Duration.ofHours(73)));

    assertThat(announced()).hasSize(1);
  }

  @Test
  void severalInstancesThatLookAtOnceAnnounceAnItemOnce() {
    for (int i = 0; i < 10; i++) {
      patientWhoTrained();
    }

    AtOnce.run(
        4,
        () -> {
          lookAt(ended.plus(Duration.ofHours(73)));
          return true;
        });
    lookAt(ended.plus(Duration.ofHours(73)));

    assertThat(announced()).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void whoeverHasATestClockStandsInNobodysWay() {
    Patient patient = patientWhoTrained();
    transaction.run(
        new Tenant(partner.tenant()),
        () -> clocks.putForward(new TestClock(patient.id(), ended, Uuid7.next())));

    lookAt(ended.plus(Duration.ofHours(73)));

    assertThat(announced()).isEmpty();
  }

  private Patient patientWhoTrained() {
    Patient patient = Patient.withPlan(partner);
    patient.planAfter(patient.trained(Uuid7.next(), ended));
    return patient;
  }

  private Instant nextNoonInBerlin() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    LocalDate day = LocalDate.ofInstant(ended.minusSeconds(600), berlin);
    return day.plusDays(1).atTime(LocalTime.NOON).atZone(berlin).toInstant();
  }

  private List<String> announced() {
    return new Feed(partner).next("type=check-in.due").getList("items.dueId", String.class);
  }

  private void lookAt(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    AnnouncingDue announcing =
        new AnnouncingDue(items, changes, new PatientClock(sandbox, clocks, clock), meters);
    DueWatch watch =
        new DueWatch(overview, announcing, transaction, erased, config, tenants, clock);
    try (Connection connection = tenants.connect("due-watch-test")) {
      watch.look(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
