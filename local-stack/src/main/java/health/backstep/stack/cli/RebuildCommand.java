package health.backstep.stack.cli;

import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.rebuild.KeptEvents;
import health.backstep.stack.rebuild.Rebuild;
import health.backstep.stack.rebuild.Rebuilds;
import health.backstep.stack.rebuild.TopicOwner;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fills a topic again after Kafka lost it, or for a consumer that was away too long. */
@Command(
    name = "rebuild",
    description = {
      "Has all events of a topic sent again from the outbox of the service that owns it, in order.",
      "Consumers drop what they have taken in, so nothing takes effect a second time.",
      "Exit code 0 when all of it was sent, 1 when some was not or it takes longer than --wait."
    })
final class RebuildCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ServiceDatabaseOptions from;

  @Parameters(paramLabel = "TOPIC", description = "Such as pt.session.events.v1.")
  private String topic;

  @Mixin private ActorOption actor;

  @Option(
      names = "--watch",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Stay until it is finished (default); --no-watch comes back at once.")
  private boolean watch;

  @Option(
      names = "--wait",
      paramLabel = "PERIOD",
      defaultValue = "PT1H",
      description = "Watch for so long at most (default ${DEFAULT-VALUE}).")
  private Duration wait;

  @Override
  public Integer call() {
    if (!wait.isPositive()) {
      throw new StackFailure(
          "--wait must be longer than nothing, such as PT1H; it is " + wait + ".");
    }
    String name = actor.name();
    ServiceName owner = TopicOwner.of(topic);
    PrintWriter out = spec.commandLine().getOut();
    try (ServiceDatabase database = from.open(owner)) {
      Rebuilds rebuilds = new Rebuilds(database);
      Optional<KeptEvents> kept = rebuilds.kept(topic);
      if (kept.isEmpty()) {
        out.printf(
            "The outbox of %s holds nothing of %s that was sent before: there is nothing to send again.%n",
            owner.processName(), topic);
        out.flush();
        return 0;
      }
      announce(owner, kept.get(), out);
      out.println(new OperationLine(rebuilds.request(topic, kept.get(), name)));
      out.flush();
      return watch ? watch(rebuilds, owner, kept.get(), out) : 0;
    }
  }

  private int watch(Rebuilds rebuilds, ServiceName owner, KeptEvents kept, PrintWriter out) {
    RebuildWatch watching = new RebuildWatch(rebuilds, topic, owner, spec.commandLine().getErr());
    Optional<Rebuild> finished = watching.untilFinished(kept.rows(), wait);
    finished.ifPresent(rebuild -> tell(rebuild, owner, kept, out));
    return finished.filter(rebuild -> rebuild.sent() >= kept.rows()).isPresent() ? 0 : 1;
  }

  private void tell(Rebuild rebuild, ServiceName owner, KeptEvents kept, PrintWriter out) {
    if (rebuild.sent() >= kept.rows()) {
      out.printf(Locale.ROOT, "%s was sent again: %,d rows.%n", topic, rebuild.sent());
    } else {
      out.printf(
          Locale.ROOT,
          "Only %,d of the %,d rows of %s were sent again. The log of %s names the %,d that were refused;%n"
              + "  others have passed the outbox's retention meanwhile.%n",
          rebuild.sent(),
          kept.rows(),
          topic,
          owner.processName(),
          rebuild.refused());
    }
    out.flush();
  }

  private void announce(ServiceName owner, KeptEvents kept, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s is sent again from the outbox of %s: %,d %s of %,d %s,%n  from %s to %s.%n",
        topic,
        owner.processName(),
        kept.rows(),
        kept.rows() == 1 ? "row" : "rows",
        kept.patients(),
        kept.patients() == 1 ? "patient" : "patients",
        Printable.time(kept.first()),
        Printable.time(kept.last()));
    if (kept.withoutBeginning() > 0) {
      out.printf(
          Locale.ROOT,
          "Of %,d of the patients the outbox has no longer the first events: it remembers since %s. A consumer%n"
              + "  that never had those will report a gap; one that did goes on.%n",
          kept.withoutBeginning(),
          Printable.time(kept.first()));
    } else {
      out.println("The outbox remembers every patient from the first event on.");
    }
    if (kept.waiting() > 0) {
      out.printf(
          Locale.ROOT,
          "Rows that were never sent so far follow after them: %,d.%n",
          kept.waiting());
    }
    out.println("Consumers drop what they have taken in before.");
  }
}
