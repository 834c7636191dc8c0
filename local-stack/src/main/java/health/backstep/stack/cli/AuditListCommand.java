package health.backstep.stack.cli;

import health.backstep.stack.audit.AuditLog;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.wire.audit.AuditEntry;
import health.backstep.wire.audit.StoredLine;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows who did what. */
@Command(name = "list", description = "Shows the latest lines of the audit logs, the newest last.")
final class AuditListCommand implements Callable<Integer> {

  private record Shown(ServiceName service, StoredLine stored) {

    @Override
    public String toString() {
      AuditEntry entry = stored.line().entry();
      return "%s  %-7s  %-14s  %6d  %-16s  %-22s  %d %s  %s"
          .formatted(
              Printable.time(entry.at()),
              service.database(),
              stored.line().chain(),
              stored.line().sequence(),
              Printable.text(Objects.toString(entry.client(), "-")),
              Objects.toString(entry.operation(), "-"),
              entry.status(),
              Objects.toString(entry.code(), ""),
              object());
    }

    private String object() {
      return Stream.of(
              stored.line().entry().objectType(),
              stored.objectId(),
              stored.patientId() == null ? null : "of " + stored.patientId(),
              stored.line().entry().times() == 1
                  ? null
                  : stored.line().entry().times() + " calls alike")
          .filter(Objects::nonNull)
          .reduce((one, next) -> one + " " + next)
          .orElse("");
    }
  }

  @Spec private CommandSpec spec;

  @Mixin private ServicesOption from;

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      description = "Only this one's; - for callers who proved no tenant (default: all).")
  private String tenant;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "Show the newest N lines (default ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new StackFailure("--limit is 1 or more, not " + limit + ".");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (OpenDatabases databases = from.open()) {
      List<Shown> newestFirst =
          databases.each().stream()
              .flatMap(this::newest)
              .sorted(
                  Comparator.comparing((Shown line) -> line.stored().line().entry().at())
                      .reversed())
              .limit(limit)
              .toList();
      newestFirst.reversed().forEach(out::println);
      if (newestFirst.isEmpty()) {
        out.println("There are no lines.");
      }
      out.flush();
      return 0;
    }
  }

  private Stream<Shown> newest(ServiceDatabase database) {
    return new AuditLog(database)
        .newest(Optional.ofNullable(tenant), limit).stream()
            .map(line -> new Shown(database.service(), line));
  }
}
