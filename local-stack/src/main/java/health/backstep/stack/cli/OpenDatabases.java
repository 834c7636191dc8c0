package health.backstep.stack.cli;

import health.backstep.stack.deadletter.DeadLetter;
import health.backstep.stack.deadletter.DeadLetters;
import health.backstep.stack.deadletter.Selection;
import health.backstep.stack.operation.Operation;
import health.backstep.stack.operation.OperationLog;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.StackFailure;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The databases of some services, looked at as if they were one. */
record OpenDatabases(List<ServiceDatabase> each) implements AutoCloseable {

  /** A dead letter and where it is kept. */
  record Found(ServiceDatabase in, UUID id) {

    DeadLetter letter() {
      return new DeadLetters(in)
          .find(id)
          .orElseThrow(() -> new StackFailure("The dead letter " + id + " is gone."));
    }
  }

  /** Over all services, the newest first. */
  List<DeadLetter> newest(Selection selection, int limit) {
    return each.stream()
        .flatMap(database -> new DeadLetters(database).newest(selection, limit).stream())
        .sorted(Comparator.comparing(DeadLetter::arrivedAt).reversed())
        .limit(limit)
        .toList();
  }

  /** Each service's in the order of arrival. */
  List<Found> all(Selection selection) {
    return each.stream()
        .flatMap(
            database ->
                new DeadLetters(database)
                    .ids(selection).stream().map(id -> new Found(database, id)))
        .toList();
  }

  /**
   * Where a dead letter is kept.
   *
   * @throws StackFailure when none of the databases has it
   */
  Found find(UUID id) {
    return each.stream()
        .filter(database -> new DeadLetters(database).find(id).isPresent())
        .findFirst()
        .map(database -> new Found(database, id))
        .orElseThrow(
            () ->
                new StackFailure(
                    "There is no dead letter %s. ./backstep dlq list --state ALL shows those there are."
                        .formatted(id)));
  }

  /** The audit of all of them, the newest first. */
  List<Operation> operations(int limit) {
    return each.stream()
        .flatMap(database -> new OperationLog(database).latest(limit).stream())
        .sorted(Comparator.comparing(Operation::at).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public void close() {
    each.forEach(ServiceDatabase::close);
  }
}
