package health.backstep.stack.doctor.database;

import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database of one service: who gets in, its migrations, and what waits in it. */
record ServiceDatabaseLook(DatabaseAccess access, Path repository, Setting setting) {

  List<Finding> at(ServiceName service) {
    List<Finding> findings = new ArrayList<>();
    RolesQuestion roles = new RolesQuestion(access, setting);
    findings.addAll(roles.subject(service).guard(() -> List.of(roles.of(service))));
    findings.addAll(contents(service));
    return findings;
  }

  private List<Finding> contents(ServiceName service) {
    Subject migrations =
        new Subject("migrations", service.processName(), setting.place().startRest());
    try (ServiceDatabase database =
        ServiceDatabase.of(service, access.connect(DatabaseAccess.SUPERUSER, service.database()))) {
      return questions().stream()
          .flatMap(
              question -> question.subject(service).guard(() -> question.ask(database)).stream())
          .toList();
    } catch (SQLException | StackFailure e) {
      return List.of(migrations.failed(e));
    }
  }

  private List<Question> questions() {
    return List.of(
        new MigrationsQuestion(repository, setting.place()),
        new OutboxQuestion(setting),
        new ParkedQuestion(setting),
        new DeadLettersQuestion(setting.place()));
  }
}
