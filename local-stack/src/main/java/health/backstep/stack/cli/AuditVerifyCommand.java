package health.backstep.stack.cli;

import health.backstep.stack.audit.AuditLog;
import health.backstep.stack.audit.CheckedChain;
import health.backstep.stack.audit.Waiting;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.StackFailure;
import health.backstep.wire.audit.ChainHead;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks that no line was changed, removed, put in or moved. */
@Command(
    name = "verify",
    description = {
      "Follows the chain of each tenant from its first line, or from the last one that was removed",
      "for its age, and names the first that is missing, changed, moved or added by hand. Prints",
      "the heads of the chains: keep them where nobody who can write to the database can write, and",
      "give them back with --head. Without an earlier head nobody can tell whether a whole chain, or",
      "its end together with its head, was written anew.",
      "Exit code 0 when every chain is whole, 1 when one is not."
    })
final class AuditVerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ServicesOption from;

  @Option(
      names = "--head",
      paramLabel = "SERVICE:TENANT:SEQUENCE:HASH",
      description = "A head that was printed before; can be repeated. @FILE reads options from it.")
  private List<KeptHead> kept = List.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenDatabases databases = from.open()) {
      List<CheckedChain> checked = check(databases.each());
      checked.forEach(chain -> out.println(line(chain)));
      databases.each().forEach(database -> tellWaiting(database, out));
      boolean whole = checked.stream().allMatch(chain -> chain.broken().isEmpty());
      if (checked.isEmpty()) {
        out.println("There are no lines.");
      } else if (whole) {
        out.println("Heads to keep:");
        checked.forEach(
            chain -> out.println("--head " + new KeptHead(chain.service(), chain.end())));
      }
      out.flush();
      return whole ? 0 : 1;
    }
  }

  private List<CheckedChain> check(List<ServiceDatabase> databases) {
    requireTheirs(databases);
    long all = databases.stream().mapToLong(each -> new AuditLog(each).count()).sum();
    List<CheckedChain> checked = new ArrayList<>();
    try (ProgressBar bar = ProgressBar.of(all, "lines")) {
      for (ServiceDatabase database : databases) {
        checked.addAll(new AuditLog(database).check(heads(database), bar::step));
      }
    }
    return checked;
  }

  private List<ChainHead> heads(ServiceDatabase database) {
    return kept.stream()
        .filter(head -> head.service() == database.service())
        .map(KeptHead::head)
        .toList();
  }

  private void requireTheirs(List<ServiceDatabase> databases) {
    for (KeptHead head : kept) {
      if (databases.stream().noneMatch(each -> each.service() == head.service())) {
        throw new StackFailure("--head " + head + " is of a service that is not looked at.");
      }
    }
  }

  private static String line(CheckedChain chain) {
    String place =
        "%-7s  %-20s  ".formatted(chain.service().database(), Printable.text(chain.end().chain()));
    return chain
        .broken()
        .map(broken -> place + "BROKEN: line " + broken.sequence() + " " + broken.what())
        .orElseGet(
            () ->
                place
                    + String.format(
                        Locale.ROOT,
                        "whole: %,d lines, %,d of them with ids erased or not kept%s",
                        chain.lines(),
                        chain.withoutIds(),
                        removed(chain)));
  }

  private static String removed(CheckedChain chain) {
    return chain.begin().sequence() == 0
        ? ""
        : String.format(
            Locale.ROOT, "; the first %,d were removed for their age", chain.begin().sequence());
  }

  private static void tellWaiting(ServiceDatabase database, PrintWriter out) {
    Waiting waiting = new AuditLog(database).waiting();
    waiting
        .since()
        .ifPresent(
            since ->
                out.printf(
                    Locale.ROOT,
                    "%-7s  %,d lines since %s are not linked yet; %s does so within seconds while it runs.%n",
                    database.service().database(),
                    waiting.lines(),
                    Printable.time(since),
                    database.service().processName()));
  }
}
