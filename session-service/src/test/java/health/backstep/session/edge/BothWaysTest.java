package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The hot path comes to what the plain way comes to. A sandbox's sessions take the plain way
 * always, and its patients without a test clock live by real time: the same things are done there
 * and at a clinic, and what was answered and stored is compared.
 */
@SessionComponentTest
class BothWaysTest {

  private static final String LONG_BEFORE = "2026-03-01T07:00:00+01:00";

  private final Partner plain = new Partner("sandbox");
  private final Partner hot =
      new Partner("both-ways-" + UUID.randomUUID().toString().substring(0, 8));

  @Test
  void sessionsOneByOneComeToTheSame() {
    Lived plainly = Lived.of(plain, BothWaysTest::live);
    Lived quickly = Lived.of(hot, BothWaysTest::live);

    assertThat(quickly.answers()).isEqualTo(plainly.answers());
    assertThat(quickly.rows()).isEqualTo(plainly.rows()).hasSizeGreaterThan(35);
  }

  @Test
  void aBatchComesToTheSame() {
    Lived plainly = Lived.of(plain, BothWaysTest::sendBatches);
    Lived quickly = Lived.of(hot, BothWaysTest::sendBatches);

    assertThat(quickly.answers()).isEqualTo(plainly.answers());
    assertThat(quickly.rows()).isEqualTo(plainly.rows()).hasSizeGreaterThan(35);
  }

  @Test
  void whatComesAtTheSameMomentIsReadOneAfterTheOther() {
    Patient patient = Patient.withPlan(hot);
    AtomicInteger day = new AtomicInteger();

    AtOnce.run(
        8, () -> patient.post("/sessions", Batch.session(day.incrementAndGet())).statusCode(201));

    assertThat(numbers("select count(*) from session where patient_id = ?", patient)).isEqualTo(8);
    assertThat(numbers("select max(sequence) from outbox where record_key = ?::text", patient))
        .isEqualTo(8);
    assertThat(
            numbers(
                """
                select jsonb_array_length(course -> 'readings') from patient_course
                where patient_id = ?
                """,
                patient))
        .isEqualTo(8);
  }

  @Test
  void aCourseThatIsChangedByHandIsNotOverlooked() {
    Patient patient = Patient.withPlan(hot);
    patient.post("/sessions", Batch.session(1)).statusCode(201);
    Stored.alter(
        """
        update patient_course set course = jsonb_set(course, '{readings}', '[]')
        where patient_id = '%s'
        """
            .formatted(patient.id()));

    patient.post("/sessions", Batch.session(2)).statusCode(201);

    assertThat(
            numbers(
                """
                select jsonb_array_length(course -> 'readings') from patient_course
                where patient_id = ?
                """,
                patient))
        .isEqualTo(1);
  }

  @Test
  void anotherTenantsSessionIsNobodysWhateverIsRemembered() {
    Patient patient = Patient.withPlan(hot);
    patient.post("/sessions", Batch.session(1)).statusCode(201);

    Partner other = new Partner(hot.tenant() + "-next");
    patient.asToldBy(other).post("/sessions", Batch.session(2)).statusCode(404);

    assertThat(Stored.column("select id from session where tenant = ?", other.tenant())).isEmpty();
  }

  private static List<Response> live(Partner partner, Patient patient) {
    List<Response> answers = new ArrayList<>();
    answers.add(post(partner, patient, "first", Batch.session(0)));
    answers.add(post(partner, patient, "first", Batch.session(0)));
    answers.add(post(partner, patient, "first", Batch.session(1)));
    answers.add(post(partner, patient, "", Batch.session(2)));
    answers.add(post(partner, patient, "early", Batch.session(1)));
    answers.add(post(partner, patient, "far", Batch.session(3).put("planVersion", 9)));
    answers.add(post(partner, patient, "back", Batch.session(3).put("endedAt", LONG_BEFORE)));
    answers.add(post(partner, patient, "x".repeat(256), Batch.session(3)));
    answers.add(post(partner, patient, "hurts", Batch.painful(4)));
    answers.add(post(partner, patient, "calm", Batch.session(5)));
    answers.add(post(partner, patient, "again", Batch.painful(6)));
    answers.add(post(partner, patient, "numb", numb(Batch.session(7))));
    answers.add(post(partner, patient, "last", Batch.session(20)));
    answers.add(post(partner, patient, "last", Batch.session(20)));
    return answers;
  }

  private static List<Response> sendBatches(Partner partner, Patient patient) {
    Batch batch = new Batch();
    for (int day = 0; day < 5; day++) {
      batch.add(item("s" + day, patient, "session", Batch.session(day)));
    }
    batch.add(item("c1", patient, "checkIn", Requests.checkIn("2026-03-08T07:00:00+01:00", 2)));
    batch.add(item("s8", patient, "session", Batch.session(8)));
    batch.add(item("h9", patient, "session", Batch.painful(9)));
    batch.add(item("u9", patient, "session", Batch.session(10).put("planVersion", 9)));
    batch.add(item("s1", patient, "session", Batch.session(11)));
    return List.of(batch.post(partner), batch.post(partner), batch.reversed().post(partner));
  }

  /** The same id for the same name of the same patient. */
  private static ObjectNode item(String name, Patient patient, String kind, ObjectNode body) {
    UUID id = UUID.nameUUIDFromBytes((patient.id() + name).getBytes(StandardCharsets.UTF_8));
    return Batch.item(id, patient.id(), kind, body);
  }

  private static ObjectNode numb(ObjectNode session) {
    session.putObject("redFlags").put("saddleNumbness", true);
    return session;
  }

  private static Response post(Partner partner, Patient patient, String key, ObjectNode session) {
    return partner
        .request()
        .headers(key.isEmpty() ? Map.of() : Map.of("Idempotency-Key", key + patient.id()))
        .body(session.toString())
        .post("/v1/patients/" + patient.id() + "/sessions");
  }

  private static int numbers(String sql, Patient patient) {
    return Integer.parseInt(Stored.column(sql, patient.id()).getFirst());
  }
}
