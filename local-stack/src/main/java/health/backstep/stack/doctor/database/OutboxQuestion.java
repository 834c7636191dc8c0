package health.backstep.stack.doctor.database;

import health.backstep.stack.doctor.Amount;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.util.List;

/** Whether events wait in the outbox although a relay and a broker that work would take them. */
record OutboxQuestion(Setting setting) implements Question {

  private static final String UNSENT =
      """
      select '', count(*), coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)
      from outbox where sent_at is null
      """;

  @Override
  public Subject subject(ServiceName service) {
    return new Subject(
        "outbox", service.processName(), setting.place().logs(service.processName()));
  }

  @Override
  public List<Finding> ask(ServiceDatabase database) {
    Subject subject = subject(database.service());
    Waiting waiting = Waiting.in(database, UNSENT).getFirst();
    Duration limit = setting.limits().waiting();
    return List.of(
        waiting.longest().compareTo(limit) > 0
            ? subject.wrong(
                "%s waiting to be sent, the oldest for %s"
                    .formatted(Amount.of(waiting.count(), "event"), Amount.of(waiting.longest())),
                subject.more() + "; it says why, most often that the broker is away")
            : subject.ok("no event waits for long"));
  }
}
