package health.backstep.stack.cli;

import health.backstep.stack.operation.Operation;

/** One act as a line: when, who, what, to which, and the note. */
record OperationLine(Operation operation) {

  @Override
  public String toString() {
    return "%s  %-12s  %-12s  %-7s  %s%s"
        .formatted(
            Printable.time(operation.at()),
            Printable.text(operation.actor()),
            operation.act(),
            operation.service().database(),
            Printable.text(operation.subject()),
            operation.note().isEmpty() ? "" : "  " + Printable.text(operation.note()));
  }
}
