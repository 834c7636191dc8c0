package health.backstep.session.edge;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a new patient's life came to: all answers, and all that was stored. Ids are called by the
 * order in which they appear, and what is of the moment is left out, so that two lives can be
 * compared.
 */
record Lived(List<String> answers, List<String> rows) {

  private static final List<String> ROWS =
      List.of(
          """
          select (to_jsonb(t) - 'tenant')::text from session t where patient_id = ?
          order by started_at
          """,
          """
          select (to_jsonb(t) - 'tenant')::text from pain_reading t where patient_id = ? order by at
          """,
          """
          select (to_jsonb(t) - array['tenant', 'revision'])::text from patient_course t
          where patient_id = ?
          """,
          """
          select (to_jsonb(t) - 'tenant')::text from flare t where patient_id = ? order by opened_at
          """,
          """
          select (to_jsonb(t) - array['tenant', 'fingerprint', 'taken_at'])::text
          from batch_item t where patient_id = ? order by taken_at
          """,
          """
          select (to_jsonb(t) - array['tenant', 'fingerprint', 'created_at'])::text
          from idempotency t where patients = array[?::uuid] order by created_at
          """,
          """
          select (to_jsonb(t) - 'tenant')::text from event_sequence t where patient_id = ?
          """,
          """
          select sequence || topic || record_key || state || convert_from(payload, 'UTF8')
            || (headers - array['ce_time', 'ce_traceparent', 'ce_tenant'])::text
          from outbox where record_key = ?::text order by sequence
          """,
          """
          select concat_ws(' ', client, operation, object_type, object_id, patient_id, status, code,
            times, length(salt), length(digest), length(trace_id))
          from (
            select at, client, operation, object_type, object_id, patient_id, status, code, times,
              salt, digest, trace_id
            from audit_unlinked
            union all
            select at, client, operation, object_type, object_id, patient_id, status, code, times,
              salt, digest, trace_id
            from audit_line) lines
          where patient_id = ? and status < 400 and operation like 'recordSession%' order by at
          """);

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern NOW = Pattern.compile("(\"raisedAt\":)\"[^\"]+\"");
  private static final Pattern TRACE = Pattern.compile("\\b[0-9a-f]{32}\\b");

  static Lived of(Partner partner, BiFunction<Partner, Patient, List<Response>> life) {
    Patient patient = Patient.withPlan(partner);
    Map<String, String> names = new HashMap<>();
    List<String> answers = new ArrayList<>();
    for (Response answer : life.apply(partner, patient)) {
      answers.add(named(print(answer), names));
    }
    List<String> rows = new ArrayList<>();
    for (String query : ROWS) {
      Stored.column(query, patient.id()).forEach(row -> rows.add(named(row, names)));
    }
    return new Lived(answers, rows);
  }

  private static String print(Response answer) {
    return String.join(
        " ",
        answer.statusLine(),
        answer.contentType(),
        String.valueOf(answer.header("Location")),
        String.valueOf(answer.header("ETag")),
        String.valueOf(answer.header("Idempotency-Replayed")),
        TRACE.matcher(answer.asString()).replaceAll("trace"));
  }

  private static String named(String text, Map<String, String> names) {
    return ID.matcher(NOW.matcher(text).replaceAll("$1now"))
        .replaceAll(
            (MatchResult id) -> names.computeIfAbsent(id.group(), _ -> "id" + names.size()));
  }
}
