package health.backstep.security.fuzz.run;

import health.backstep.faults.cluster.Cluster;
import health.backstep.security.fuzz.events.Event;
import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What one service says has become of the records that it read. */
final class Intake {

  private final Map<String, String> letters = new HashMap<>();
  private final Map<String, String> reasons = new HashMap<>();
  private final Map<String, String> events = new HashMap<>();
  private final Set<String> parked = new HashSet<>();
  private final Set<String> erased = new HashSet<>();

  private Intake() {}

  static Intake of(Cluster cluster, ServiceName service) {
    Intake intake = new Intake();
    try (Connection database = cluster.connect(service);
        Statement statement = database.createStatement()) {
      String place = "topic || '/' || partition || '/' || record_offset";
      read(statement, "select " + place + ", cause from dead_letter", intake.letters);
      read(statement, "select " + place + ", reason from dead_letter", intake.reasons);
      read(statement, "select event_id::text, outcome from inbox_event", intake.events);
      Map<String, String> waiting = new HashMap<>();
      read(statement, "select " + place + ", headers ->> 'ce_id' from inbox_parked", waiting);
      intake.parked.addAll(waiting.keySet());
      intake.parked.addAll(waiting.values());
      Map<String, String> gone = new HashMap<>();
      read(statement, "select patient_id::text, '' from erased_patient", gone);
      intake.erased.addAll(gone.keySet());
    } catch (SQLException e) {
      throw new IllegalStateException(service.processName() + "'s database cannot be read", e);
    }
    return intake;
  }

  /**
   * What became of the record, in a word; nothing when that is not known. What ends a patient's
   * stream is noted with the erasure that it belongs to, if there is one, and not in the inbox.
   */
  Optional<String> fate(Sent sent) {
    Event event = sent.event();
    Optional<String> id = uuid(event.header("ce_id"));
    if (letters.containsKey(sent.place())) {
      return Optional.of(letters.get(sent.place()));
    }
    if (id.map(events::containsKey).orElse(false)) {
      return id.map(events::get);
    }
    if (parked.contains(sent.place()) || id.map(parked::contains).orElse(false)) {
      return Optional.of("PARKED");
    }
    if (uuid(event.header("ce_subject")).map(erased::contains).orElse(false)
        || (event.key() != null && erased.contains(text(event.key())))) {
      return Optional.of("OF_ERASED");
    }
    if (event.header("ce_type").endsWith(".patient-erased.v1")) {
      return Optional.of("LAST_WORD");
    }
    return event.headers().containsKey("dlq_replay")
        ? Optional.of("SENT_AGAIN_FOR_ANOTHER")
        : Optional.empty();
  }

  /** Why it was put aside. */
  String reason(Sent sent) {
    return reasons.getOrDefault(sent.place(), "");
  }

  /** As the services read it. */
  private static Optional<String> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text.replace("\0", "")).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(byte[] key) {
    return new String(key, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void read(Statement statement, String sql, Map<String, String> into)
      throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        into.put(row.getString(1), row.getString(2));
      }
    }
  }
}
