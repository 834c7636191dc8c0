package health.backstep.security.fuzz.run;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.security.authz.run.Reply;
import health.backstep.security.fuzz.Catalogue;
import health.backstep.security.fuzz.Described;
import health.backstep.security.fuzz.Shot;
import health.backstep.security.fuzz.run.Answer.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Judge JUDGE = new Judge(Codes.in(REPOSITORY));
  private static final String PROBLEM =
      """
      {"type": "urn:backstep:problem:patient-not-found", "title": "Not Found", "status": 404,
       "detail": "There is no such patient.", "instance": "/v1/patients/1", "code": "PATIENT_NOT_FOUND",
       "traceId": "0af7651916cd43dd8448eb211c80319c"}
      """;
  private static final Described GET_PATIENT =
      Catalogue.in(REPOSITORY).stream()
          .filter(each -> each.operation().id().equals("getPatient"))
          .findFirst()
          .orElseThrow();

  @Test
  void a_well_formed_refusal_is_as_it_has_to_be() {
    assertThat(faults(404, "application/problem+json", PROBLEM)).isEmpty();
  }

  @Test
  void a_failure_of_ours_is_a_fault_however_well_it_is_told() {
    assertThat(faults(500, "application/problem+json", PROBLEM.replace("404", "500")))
        .containsExactly("answered 500 PATIENT_NOT_FOUND");
    assertThat(faults(503, "application/problem+json", "")).containsExactly("answered 503");
  }

  @Test
  void a_session_of_a_plan_version_that_may_yet_come_is_rightly_to_be_sent_again() {
    String notYet =
        PROBLEM
            .replace("patient-not-found", "plan-version-not-known-yet")
            .replace("PATIENT_NOT_FOUND", "PLAN_VERSION_NOT_KNOWN_YET")
            .replace("404", "503")
            .replace("Not Found", "Service Unavailable");

    assertThat(faults(503, "application/problem+json", notYet)).isEmpty();
  }

  @Test
  void a_refusal_that_is_no_problem_document_is_a_fault() {
    assertThat(faults(404, "text/html", "<h1>Not found</h1>")).isNotEmpty();
    assertThat(faults(404, "application/json", PROBLEM))
        .containsExactly("404 PATIENT_NOT_FOUND: the problem's type is not as it has to be");
    assertThat(faults(400, "", "")).isNotEmpty();
  }

  @Test
  void a_code_that_nobody_was_told_of_is_a_fault() {
    String unknown =
        PROBLEM.replace("patient-not-found", "gone").replace("PATIENT_NOT_FOUND", "GONE");

    assertThat(faults(404, "application/problem+json", unknown))
        .containsExactly("404 GONE: the code 'GONE' is in no list");
  }

  @Test
  void a_status_that_the_document_does_not_name_is_a_fault() {
    assertThat(faults(201, "application/json", "{}"))
        .containsExactly("answered 201, which the document does not name");
    assertThat(faults(409, "application/problem+json", PROBLEM.replace("404", "409")))
        .containsExactly("409 PATIENT_NOT_FOUND: the document does not name it");
  }

  @Test
  void a_body_that_is_not_what_the_document_says_is_a_fault() {
    assertThat(faults(200, "application/json", "{\"patientId\": 7}")).isNotEmpty();
  }

  @Test
  void what_takes_too_long_or_breaks_off_is_a_fault() {
    Duration tooLong = Line.PATIENCE;

    assertThat(JUDGE.faults(shot("/v1/patients/1", true), Answer.none(Ending.SILENT, tooLong)))
        .containsExactly("no answer within 30 s");
    assertThat(JUDGE.faults(shot("/v1/patients/1", false), Answer.none(Ending.SILENT, tooLong)))
        .containsExactly("no answer within 30 s");
    assertThat(
            JUDGE.faults(shot("/v1/patients/1", true), Answer.none(Ending.CLOSED, Duration.ZERO)))
        .containsExactly("closed without an answer");
  }

  @Test
  void only_what_no_route_sees_may_be_refused_without_a_document() {
    Reply bare = new Reply(400, Map.of(), "");
    Answer answer = new Answer(Ending.ANSWERED, bare, Duration.ZERO);

    assertThat(JUDGE.faults(shot("/v1/patients/%zz", true), answer)).isEmpty();
    assertThat(JUDGE.faults(shot("/v1/patients/1", false), answer)).isEmpty();
    assertThat(JUDGE.faults(shot("/v1/patients/%20", true), answer)).isNotEmpty();
  }

  @Test
  void what_is_refused_with_a_body_is_refused_with_a_document() {
    Reply page = new Reply(400, Map.of("content-type", List.of("text/html")), "<h1>No</h1>");

    assertThat(
            JUDGE.faults(
                shot("/v1/patients/1", false), new Answer(Ending.ANSWERED, page, Duration.ZERO)))
        .isNotEmpty();
  }

  private static List<String> faults(int status, String type, String body) {
    Reply reply = new Reply(status, Map.of("content-type", List.of(type)), body);
    return JUDGE.faults(
        shot("/v1/patients/1", true), new Answer(Ending.ANSWERED, reply, Duration.ZERO));
  }

  private static Shot shot(String target, boolean whole) {
    return new Shot(1, GET_PATIENT, "GET", target, new byte[0], whole, true, List.of("none"));
  }
}
