package health.backstep.stack.doctor.database;

import health.backstep.stack.deadletter.DeadLetters;
import health.backstep.stack.deadletter.Selection;
import health.backstep.stack.doctor.Amount;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Place;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import java.util.List;

/** Whether records were put aside that nobody has seen to. */
record DeadLettersQuestion(Place place) implements Question {

  @Override
  public Subject subject(ServiceName service) {
    return new Subject("dead-letters", service.processName(), place.deadLetters(service));
  }

  @Override
  public List<Finding> ask(ServiceDatabase database) {
    Subject subject = subject(database.service());
    long open = new DeadLetters(database).count(Selection.open());
    return List.of(
        open == 0
            ? subject.ok("none is open")
            : subject.wrong(
                "%s could not be handled, for a person to see to"
                    .formatted(Amount.of(open, "record")),
                subject.more()));
  }
}
