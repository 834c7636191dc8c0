package health.backstep.faults.check.reading;

import health.backstep.faults.check.evidence.AnswerRow;
import health.backstep.faults.check.evidence.DeadLetterRow;
import health.backstep.faults.check.evidence.InboxRow;
import health.backstep.faults.check.evidence.OutboxRow;
import health.backstep.faults.check.evidence.ServiceRows;
import health.backstep.faults.check.evidence.StreamRow;
import health.backstep.faults.check.evidence.TenantRow;
import health.backstep.stack.platform.ServiceName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The tables that all three services have alike. */
record ServiceReader(ServiceName service, Rows rows) {

  private static final String OUTBOX =
      """
      select tenant, position, event_id, topic, record_key, sequence, payload,
             sent_at is not null as sent, coalesce(headers ->> 'ce_type', '') as type,
             coalesce(headers ->> 'ce_causationid', '') as causation
      from outbox order by position
      """;

  private static final String TABLES_OF_PATIENTS =
      """
      select t.table_name from information_schema.columns t
      join information_schema.columns p using (table_schema, table_name)
      where table_schema = 'public' and t.column_name = 'tenant' and p.column_name = 'patient_id'
      order by 1
      """;

  ServiceRows read() {
    return new ServiceRows(
        service,
        rows.all(OUTBOX, ServiceReader::outbox),
        rows.all("select * from inbox_event", ServiceReader::inbox),
        rows.all("select * from inbox_stream", ServiceReader::stream),
        rows.number("select count(*) from inbox_parked"),
        rows.number("select count(*) from inbox_gap where because = 'MISSING'"),
        rows.all(
            """
            select tenant, id, topic, coalesce(headers ->> 'x-injected', '') as mark, reason
            from dead_letter
            """,
            ServiceReader::deadLetter),
        rows.all("select tenant, key, status, body, etag from idempotency", ServiceReader::answer),
        new ResourceReader(rows).read(service),
        tenants());
  }

  private static OutboxRow outbox(ResultSet row) throws SQLException {
    String topic = row.getString("topic");
    String type = row.getString("type");
    long sequence = row.getLong("sequence");
    return new OutboxRow(
        row.getString("tenant"),
        row.getLong("position"),
        row.getObject("event_id", UUID.class),
        topic,
        String.valueOf(row.getString("record_key")),
        sequence == 0 ? null : sequence,
        type,
        row.getString("causation"),
        row.getBoolean("sent"),
        Payloads.told(topic, type, row.getBytes("payload")));
  }

  private static InboxRow inbox(ResultSet row) throws SQLException {
    return new InboxRow(
        row.getString("tenant"),
        row.getObject("event_id", UUID.class),
        row.getString("source"),
        row.getObject("patient_id", UUID.class),
        row.getLong("sequence"),
        row.getString("outcome"));
  }

  private static StreamRow stream(ResultSet row) throws SQLException {
    return new StreamRow(
        row.getString("tenant"),
        row.getString("source"),
        row.getObject("patient_id", UUID.class),
        row.getLong("last_sequence"));
  }

  private static DeadLetterRow deadLetter(ResultSet row) throws SQLException {
    return new DeadLetterRow(
        row.getString("tenant"),
        row.getObject("id", UUID.class),
        row.getString("topic"),
        row.getString("mark"),
        row.getString("reason"));
  }

  private static AnswerRow answer(ResultSet row) throws SQLException {
    return new AnswerRow(
        row.getString("tenant"),
        row.getString("key"),
        row.getInt("status"),
        Payloads.json(row.getString("body")),
        row.getString("etag"));
  }

  private List<TenantRow> tenants() {
    List<TenantRow> tenants = new ArrayList<>();
    for (String table : rows.all(TABLES_OF_PATIENTS, row -> row.getString(1))) {
      tenants.addAll(named(table, "select distinct tenant, patient_id::text from " + table));
    }
    tenants.addAll(named("patient_home", "select home, patient_id::text from patient_home"));
    tenants.addAll(
        named(
            "outbox",
            "select distinct tenant, record_key from outbox where topic not like '%.dlq.v1'"));
    if (service == ServiceName.PROFILE) {
      tenants.addAll(named("patient", "select tenant, id::text from patient"));
    }
    return tenants;
  }

  private List<TenantRow> named(String table, String sql) {
    return rows.all(sql, row -> new TenantRow(table, row.getString(1), row.getString(2)));
  }
}
