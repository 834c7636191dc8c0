package health.backstep.faults.check.reading;

import health.backstep.faults.check.evidence.ResourceRow;
import health.backstep.stack.platform.ServiceName;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What each service keeps of what it was sent. */
record ResourceReader(Rows rows) {

  private static final String PATIENTS =
      """
      select tenant, id as patient_id, id::text as id, version, json_build_object(
        'birthYear', birth_year, 'timeZone', time_zone,
        'minutesPerSession', minutes_per_session, 'sessionsPerWeek', sessions_per_week) as content
      from patient
      """;

  private static final String CLEARANCES =
      """
      select tenant, patient_id, patient_id::text as id, version + 1 as version,
        json_build_object('status', status, 'loading', loading, 'by', given_by) as content
      from clearance
      """;

  private static final String PLANS =
      """
      select tenant, patient_id, patient_id || '/' || version as id, version, document as content
      from plan_version
      """;

  private static final String FLARES =
      "select tenant, patient_id, id::text as id, 0 as version, '{}' as content from flare";

  List<ResourceRow> read(ServiceName service) {
    return switch (service) {
      case PROFILE ->
          Stream.of(
                  read("patient", PATIENTS),
                  read("clearance", CLEARANCES),
                  read("assessment", answersOf("assessment")))
              .flatMap(List::stream)
              .toList();
      case SESSION ->
          Stream.of(
                  read("session", answersOf("session")),
                  read("check_in", answersOf("check_in")),
                  read("flare", FLARES))
              .flatMap(List::stream)
              .toList();
      case PLAN -> read("plan_version", PLANS);
    };
  }

  private static String answersOf(String table) {
    return "select tenant, patient_id, id::text as id, 0 as version, answer as content from "
        + table;
  }

  private List<ResourceRow> read(String table, String sql) {
    return rows.all(
        sql,
        row ->
            new ResourceRow(
                table,
                row.getString("tenant"),
                row.getObject("patient_id", UUID.class),
                row.getString("id"),
                Payloads.json(row.getString("content")),
                row.getLong("version")));
  }
}
