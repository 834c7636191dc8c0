package health.backstep.stack.cli;

import health.backstep.stack.deadletter.ActRefused;
import health.backstep.stack.operation.Operation;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/** Does the same to some dead letters, one after the other, and prints each act's line. */
record DeadLetterRound(
    PrintWriter out, PrintWriter err, Function<OpenDatabases.Found, Operation> act) {

  /** One that is refused is told and passed over; returns how many were done. */
  int of(List<OpenDatabases.Found> letters) {
    int done = 0;
    try (ProgressBar bar = ProgressBar.of(letters.size(), "dead letters")) {
      for (OpenDatabases.Found letter : letters) {
        done += on(letter, bar) ? 1 : 0;
        bar.step();
      }
    }
    return done;
  }

  private boolean on(OpenDatabases.Found letter, ProgressBar bar) {
    try {
      Operation operation = act.apply(letter);
      bar.wipe();
      out.println(new OperationLine(operation));
      out.flush();
      return true;
    } catch (ActRefused e) {
      bar.wipe();
      err.println(Printable.text(e.getMessage()));
      return false;
    }
  }
}
