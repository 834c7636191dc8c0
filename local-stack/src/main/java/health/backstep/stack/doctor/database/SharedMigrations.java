package health.backstep.stack.doctor.database;

import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether the three databases have the same of the migrations that all services share. If not, the
 * services are of different versions.
 */
record SharedMigrations(DatabaseAccess access, Setting setting) {

  /** Numbers from here on are a service's own. */
  private static final int OWN = 1_000;

  List<Finding> look() throws SQLException {
    Subject subject = new Subject("versions", "services' databases", setting.place().startRest());
    Map<String, Set<String>> shared = new TreeMap<>();
    for (ServiceName service : ServiceName.values()) {
      try (ServiceDatabase database =
          ServiceDatabase.of(
              service, access.connect(DatabaseAccess.SUPERUSER, service.database()))) {
        shared.put(service.processName(), shared(AppliedMigrations.in(database)));
      }
    }
    Set<String> all = shared.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Map<String, Set<String>> lacking = new TreeMap<>();
    shared.forEach((service, has) -> put(lacking, service, all, has));
    return List.of(
        lacking.isEmpty()
            ? subject.ok("have the same of all services' migrations")
            : subject.warning(
                "services are of different versions; these lack migrations: " + lacking,
                "run the same release of all three; then " + setting.place().startRest()));
  }

  private static void put(
      Map<String, Set<String>> lacking, String service, Set<String> all, Set<String> has) {
    Set<String> missing = new TreeSet<>(all);
    missing.removeAll(has);
    if (!missing.isEmpty()) {
      lacking.put(service, missing);
    }
  }

  private static Set<String> shared(AppliedMigrations applied) {
    return applied.done().stream()
        .filter(number -> Integer.parseInt(number.replaceFirst("\\..*", "")) < OWN)
        .collect(Collectors.toSet());
  }
}
