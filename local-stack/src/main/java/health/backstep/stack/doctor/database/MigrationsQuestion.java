package health.backstep.stack.doctor.database;

import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Place;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Flyway's state, held against the migrations that the packaged code brings along. */
record MigrationsQuestion(Path repository, Place place) implements Question {

  @Override
  public Subject subject(ServiceName service) {
    return new Subject("migrations", service.processName(), place.logs(service.processName()));
  }

  @Override
  public List<Finding> ask(ServiceDatabase database) throws IOException {
    ServiceName service = database.service();
    Subject subject = subject(service);
    AppliedMigrations applied = AppliedMigrations.in(database);
    Optional<Set<String>> code = PackagedMigrations.of(service, repository);
    List<Finding> findings = new ArrayList<>();
    if (!applied.failed().isEmpty()) {
      findings.add(
          subject.wrong(
              words(applied.failed()) + " failed: the service does not start with it",
              "%s; why it failed: %s"
                  .formatted(place.migrateAgain(service), place.logs(service.processName()))));
    }
    code.map(known -> compared(subject, applied, known)).ifPresent(findings::addAll);
    return findings.isEmpty()
        ? List.of(subject.ok("%d are done, none failed".formatted(applied.done().size())))
        : findings;
  }

  private List<Finding> compared(Subject subject, AppliedMigrations applied, Set<String> code) {
    List<Finding> findings = new ArrayList<>();
    Set<String> newer = without(applied.done(), code);
    if (!newer.isEmpty()) {
      findings.add(
          subject.warning(
              words(newer) + " is newer than the code that is packaged here, as after a way back",
              "git pull && " + place.restart(subject.where())));
    }
    Set<String> pending = without(without(code, applied.done()), applied.failed());
    if (!pending.isEmpty()) {
      findings.add(
          subject.warning(
              words(pending) + " is pending: it is made when the service starts",
              place.restart(subject.where())));
    }
    return findings;
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> left = new TreeSet<>(all);
    left.removeAll(some);
    return left;
  }

  private static String words(Set<String> versions) {
    return "migration " + String.join(", ", versions);
  }
}
