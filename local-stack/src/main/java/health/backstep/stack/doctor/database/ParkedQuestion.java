package health.backstep.stack.doctor.database;

import health.backstep.stack.doctor.Amount;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.rebuild.TopicOwner;
import java.util.List;

/** Whether events wait for those before them. */
record ParkedQuestion(Setting setting) implements Question {

  private static final String PARKED =
      """
      select topic, count(*), extract(epoch from clock_timestamp() - min(parked_at))
      from inbox_parked group by topic order by topic
      """;

  @Override
  public Subject subject(ServiceName service) {
    return new Subject(
        "parked", service.processName(), setting.place().logs(service.processName()));
  }

  @Override
  public List<Finding> ask(ServiceDatabase database) {
    Subject subject = subject(database.service());
    List<Waiting> parked = Waiting.in(database, PARKED);
    return parked.isEmpty()
        ? List.of(subject.ok("no event waits for those before it"))
        : parked.stream().map(waiting -> finding(subject, waiting)).toList();
  }

  private Finding finding(Subject subject, Waiting parked) {
    String words =
        "%s of %s waiting for those before, the longest for %s"
            .formatted(
                Amount.of(parked.count(), "event"), parked.topic(), Amount.of(parked.longest()));
    return parked.longest().compareTo(setting.limits().parked()) > 0
        ? subject.wrong(words, rebuild(parked.topic()) + ", unless its sender's outbox is stuck")
        : subject.warning(words, "wait; if it stays, " + rebuild(parked.topic()));
  }

  private String rebuild(String topic) {
    try {
      return setting.place().rebuild(topic, TopicOwner.of(topic));
    } catch (StackFailure e) {
      return "./backstep rebuild TOPIC (%s)".formatted(e.getMessage());
    }
  }
}
