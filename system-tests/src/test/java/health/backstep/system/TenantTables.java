package health.backstep.system;

import health.backstep.stack.platform.ServiceName;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables of all three databases, and by which column those of tenants would be spread over
 * machines.
 *
 * @param columns the column by table
 * @param others tables that belong to nobody
 */
record TenantTables(Map<String, String> columns, Set<String> others) {

  private static final String COLUMNS =
      """
      select c.relname || ' ' || coalesce(
        (select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attname in ('tenant', 'chain') and not a.attisdropped), '-')
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      """;

  static TenantTables ofAllServices() {
    Map<String, String> columns = new TreeMap<>();
    Set<String> others = new TreeSet<>();
    for (ServiceName service : ServiceName.values()) {
      for (String row : Platform.texts(service, COLUMNS)) {
        int space = row.indexOf(' ');
        String column = row.substring(space + 1);
        if (column.equals("-")) {
          others.add(row.substring(0, space));
        } else {
          columns.put(row.substring(0, space), column);
        }
      }
    }
    return new TenantTables(columns, others);
  }

  /** A pattern that finds any of the tenants' tables. */
  String anyName() {
    return String.join("|", columns.keySet());
  }
}
