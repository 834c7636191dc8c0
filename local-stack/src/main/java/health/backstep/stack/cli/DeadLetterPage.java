package health.backstep.stack.cli;

import health.backstep.stack.deadletter.DeadLetter;
import health.backstep.stack.operation.Operation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All about one dead letter. The payload is there only when it was asked for. */
record DeadLetterPage(
    DeadLetter letter, String advice, List<Operation> operations, Optional<Payload> payload) {

  void print(PrintWriter out) {
    line(out, "id", letter.id());
    line(out, "state", letter.state());
    line(out, "service", letter.service().processName());
    line(out, "tenant", letter.tenant());
    line(out, "arrived", Printable.time(letter.arrivedAt()));
    line(out, "came from", letter.origin());
    line(out, "key", letter.key().orElse("(none)"));
    line(out, "payload", size());
    line(out, "cause", letter.cause());
    line(out, "reason", letter.reason());
    line(out, "what to do", advice);
    out.printf("%nheaders%n");
    letter.headers().forEach((name, value) -> headerLine(out, name, value));
    out.printf("%nacts%n");
    if (operations.isEmpty()) {
      out.println("  none yet");
    }
    operations.forEach(operation -> out.println("  " + new OperationLine(operation)));
    payload.ifPresent(shown -> print(shown, out));
  }

  private String size() {
    return letter
        .payloadBytes()
        .map(bytes -> String.format(Locale.ROOT, "%,d bytes%s", bytes, hint()))
        .orElse("(none)");
  }

  private String hint() {
    return payload.isPresent() ? "" : " (--payload shows it, and writes down who looked)";
  }

  private static void print(Payload payload, PrintWriter out) {
    out.printf("%npayload (%s)%n", payload.encoding());
    payload.content().lines().forEach(line -> out.println("  " + Printable.text(line)));
  }

  private static void line(PrintWriter out, String name, Object value) {
    out.printf("%-12s%s%n", name, Printable.text(value.toString()));
  }

  private static void headerLine(PrintWriter out, String name, String value) {
    out.printf("  %-20s %s%n", Printable.text(name), Printable.text(value));
  }
}
