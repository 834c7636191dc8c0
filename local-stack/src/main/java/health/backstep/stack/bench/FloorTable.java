package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.SESSION;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

/** Tables of a database of our own that hold what the service stores for a session. */
final class FloorTable {

  private static final String DATABASE = "floor";

  private static final String SAMPLE =
      """
      select s.request::text, s.answer::text, o.headers::text, o.payload
      from session s join outbox o on o.record_key = s.patient_id::text
      where o.headers->>'ce_type' = 'pt.session.session-recorded.v1' limit 1
      """;

  private static final String[] TABLES = {
    """
    create table session (tenant text not null, id uuid not null, patient_id uuid not null,
      started_at timestamptz not null, request jsonb not null, answer jsonb not null,
      primary key (tenant, id))
    """,
    "create index session_of_patient on session (tenant, patient_id, id desc)",
    """
    create table outbox (tenant text not null, position bigint generated always as identity,
      event_id uuid not null, topic text not null, record_key text not null, sequence bigint,
      headers jsonb not null, payload bytea, created_at timestamptz not null default now(),
      sent_at timestamptz, primary key (tenant, position))
    """,
    "create index outbox_unsent on outbox (position) where sent_at is null"
  };

  /** Both rows in one statement, with the ids and times that the server makes. */
  private static final String INSERT =
      """
      with given as (select uuidv7() as patient),
        stored as (
          insert into session
          select 'bench', uuidv7(), patient, now(), %s::jsonb, %s::jsonb from given)
      insert into outbox (tenant, event_id, topic, record_key, sequence, headers, payload)
      select 'bench', uuidv7(), 'pt.session.events.v1', patient::text, 1, %s::jsonb, %s::bytea
      from given
      """;

  private record Sample(String request, String answer, String headers, byte[] payload) {}

  private final Platform platform;
  private final Sample sample;

  private FloorTable(Platform platform, Sample sample) {
    this.platform = platform;
    this.sample = sample;
  }

  /** Takes the width of the rows from a session that the service has stored. */
  static FloorTable likeTheServices(Platform platform) throws SQLException {
    try (Connection server = platform.database("postgres");
        Statement statement = server.createStatement()) {
      statement.execute("create database " + DATABASE);
    }
    try (Connection database = platform.database(DATABASE);
        Statement statement = database.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
    }
    return new FloorTable(platform, sample(platform));
  }

  byte[] payload() {
    return sample.payload;
  }

  Connection connect() throws SQLException {
    return platform.database(DATABASE);
  }

  PreparedStatement insert(Connection connection) throws SQLException {
    PreparedStatement insert = connection.prepareStatement(INSERT.formatted("?", "?", "?", "?"));
    insert.setString(1, sample.request);
    insert.setString(2, sample.answer);
    insert.setString(3, sample.headers);
    insert.setBytes(4, sample.payload);
    return insert;
  }

  /** The same statement over so many connections, by PostgreSQL's own program. */
  double commitsPerSecond(Pgbench pgbench, int connections, Duration length) {
    return pgbench.perSecond(
        platform.stack(),
        DATABASE,
        INSERT.formatted(":request", ":answer", ":headers", ":payload"),
        Map.of(
            "request",
            sample.request,
            "answer",
            sample.answer,
            "headers",
            sample.headers,
            "payload",
            "\\x" + HexFormat.of().formatHex(sample.payload)),
        connections,
        length);
  }

  private static Sample sample(Platform platform) throws SQLException {
    try (Connection connection = platform.database(SESSION.database());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SAMPLE)) {
      if (!row.next()) {
        throw new IllegalStateException("session-service has stored no session to measure by");
      }
      return new Sample(row.getString(1), row.getString(2), row.getString(3), row.getBytes(4));
    }
  }
}
