package health.backstep.stack.doctor.database;

import health.backstep.stack.doctor.Failures;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Whether a service's three roles get in with the passwords that the service is given. */
record RolesQuestion(DatabaseAccess access, Setting setting) {

  private static final int SECONDS = 2;

  Subject subject(ServiceName service) {
    return new Subject("logins", service.processName(), setting.place().logs("postgres"));
  }

  Finding of(ServiceName service) {
    List<String> refused = new ArrayList<>();
    for (String role : new TreeSet<>(service.roles())) {
      try (Connection connection = access.connect(role, service.database())) {
        if (!connection.isValid(SECONDS)) {
          refused.add(role);
        }
      } catch (SQLException e) {
        refused.add("%s (%s)".formatted(role, Failures.words(e)));
      }
    }
    return refused.isEmpty()
        ? subject(service).ok("owner, app and relay get in")
        : subject(service)
            .wrong(
                "PostgreSQL does not let in " + String.join(", ", refused),
                "%s: each start gives the roles the passwords of the secrets"
                    .formatted(setting.place().startRest()));
  }
}
