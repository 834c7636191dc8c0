package health.backstep.stack.cli;

import health.backstep.stack.deadletter.DeadLetter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Dead letters as a table, each with its reason on a line below it, and their number. */
record DeadLetterTable(
    List<DeadLetter> letters, List<ServiceCount> counts, DlqListCommand.Wanted wanted) {

  private static final String ROW = "%-36s  %-7s  %-20s  %-34s  %-20s  %s%n";

  void print(PrintWriter out) {
    long all = counts.stream().mapToLong(ServiceCount::count).sum();
    if (all == 0) {
      out.printf("There are no%s dead letters.%n", adjective());
      return;
    }
    out.printf(ROW, "ID", "SERVICE", "ARRIVED", "TOPIC/PARTITION@OFFSET", "CAUSE", "STATE");
    letters.forEach(letter -> print(letter, out));
    out.println();
    out.printf(
        Locale.ROOT,
        "%,d%s %s: %s.%n",
        all,
        adjective(),
        all == 1 ? "dead letter" : "dead letters",
        counts.stream()
            .map(one -> String.format(Locale.ROOT, "%s %,d", one.service().database(), one.count()))
            .collect(Collectors.joining(", ")));
    if (letters.size() < all) {
      out.printf(Locale.ROOT, "These are the newest %,d; --limit shows more.%n", letters.size());
    }
  }

  private static void print(DeadLetter letter, PrintWriter out) {
    out.printf(
        ROW,
        letter.id(),
        letter.service().database(),
        Printable.time(letter.arrivedAt()),
        letter.origin(),
        letter.cause(),
        letter.state());
    out.printf("    %s%n", Printable.text(letter.reason()));
  }

  private String adjective() {
    return wanted == DlqListCommand.Wanted.ALL ? "" : " " + wanted.name().toLowerCase(Locale.ROOT);
  }
}
