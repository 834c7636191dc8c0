package health.backstep.backbone.export;

import java.util.List;
import java.util.Set;

/**
 * A table with personal rows as the database has it.
 *
 * @param patientColumn the column that says whose a row is
 * @param key columns of the primary key, by which rows are put in order
 */
record StoredTable(String name, String patientColumn, List<Column> columns, List<String> key) {

  /**
   * What nobody is to read: whose row it is, and marks by which repetitions and changes are told.
   */
  private static final Set<String> TECHNICAL = Set.of("tenant", "fingerprint", "lease", "revision");

  record Column(String name, String type) {

    boolean isTold() {
      return !TECHNICAL.contains(name);
    }
  }

  StoredTable {
    columns = columns.stream().filter(Column::isTold).toList();
    key = List.copyOf(key);
  }

  /** How the patient's id is kept. */
  String patientType() {
    return columns.stream()
        .filter(column -> column.name().equals(patientColumn))
        .map(Column::type)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " has no " + patientColumn));
  }
}
