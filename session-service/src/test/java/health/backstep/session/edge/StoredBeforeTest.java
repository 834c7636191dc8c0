package health.backstep.session.edge;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.backbone.testing.Partner;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

/** What was stored before a field was added is still read. */
@SessionComponentTest
class StoredBeforeTest {

  private final Partner partner = new Partner("north-clinic");

  @Inject TenantTransaction transaction;
  @Inject EntityManager entities;

  @Test
  void aPlanWithoutBlocksAndAsksWarmsUpWithItsFirstExercise() {
    Patient patient = Patient.withPlan(partner);
    patient.plannedWithBlocks(2);
    patient.post("/sessions", Requests.greenSession().put("planVersion", 2)).statusCode(201);
    update(
        """
        update known_plan set made_at = null, sessions_per_week = null, rest_until = null, items =
          '[{"exerciseId": "cat-cow", "level": 1, "sets": 1, "reps": 6, "secondsPerRep": 6},
            {"exerciseId": "bridge", "level": 2, "sets": 2, "reps": 8, "secondsPerRep": 4}]'
         where patient_id = :patient and version = 2
        """,
        patient);

    patient
        .post("/sessions", Requests.soreSession())
        .statusCode(201)
        .body("reasons.rule", contains("SO-3"));
    patient.get("/adherence").body("periods.asked", contains(0, 0));
  }

  @Test
  void anOpenFlareWithCalmDaysOnlySettlesOnTheNextCalmDay() {
    Patient patient = Patient.withPlan(partner);
    ObjectNode flare = Requests.flare(4).put("at", "2026-11-10T08:00:00+01:00");
    patient.post("/flares", flare).body("flare.episode", equalTo("OPENED"));
    update(
        """
        update patient_course
           set course = jsonb_set(course #- '{openFlare,days}', '{openFlare,calmDays}',
                                  '["2026-11-11"]')
         where patient_id = :patient
        """,
        patient);

    patient
        .post("/check-ins", Requests.checkIn("2026-11-12T08:00:00+01:00", 3))
        .statusCode(201)
        .body("settledFlare.flareId", notNullValue());
  }

  private void update(String sql, Patient patient) {
    transaction.call(
        new Tenant(partner.tenant()),
        () -> {
          int rows =
              entities.createNativeQuery(sql).setParameter("patient", patient.id()).executeUpdate();
          if (rows != 1) {
            throw new IllegalStateException("nothing was stored to make old");
          }
          return rows;
        });
  }
}
