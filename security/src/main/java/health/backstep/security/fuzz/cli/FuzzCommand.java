package health.backstep.security.fuzz.cli;

import health.backstep.security.authz.cli.Bar;
import health.backstep.security.authz.cli.CheckCommand;
import health.backstep.security.fuzz.run.Finding;
import health.backstep.security.fuzz.run.Fuzzing;
import health.backstep.security.fuzz.run.Report;
import health.backstep.stack.Progress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends a stack of its own what no honest client or service sends. */
@Command(
    name = "./backstep fuzz",
    description = {
      "Starts a broker, a database and the services, and sends them requests that are made from the",
      "OpenAPI documents and then spoilt: bodies, addresses, headers, messages that are none. No",
      "answer may be 5xx or take long, every refusal has to be a problem document with a code that",
      "is known, and what was refused may have stored nothing. Then it does the same with records on",
      "the topics: no consumer may stop, and none may be lost or have half an effect.",
      "Exit code 0 when nothing is found, 1 otherwise."
    })
public final class FuzzCommand extends CheckCommand {

  private static final int SEEDS = 1_000_000;

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "So many requests (default: ${DEFAULT-VALUE}).")
  private int requests = 20_000;

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "So many records (default: ${DEFAULT-VALUE}).")
  private int records = 3_000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same seed makes the same requests and records (default: by chance).")
  private @Nullable Long seed;

  @Option(
      names = "--only",
      paramLabel = "NUMBER",
      description = "Only that request of the seed; shows it and its answer.")
  private @Nullable Long only;

  FuzzCommand() {
    super("fuzz");
  }

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] arguments) {
    run(new FuzzCommand(), arguments);
  }

  @Override
  protected boolean holds(Path data, Path repository, Progress steps) {
    long chosen =
        Optional.ofNullable(seed).orElseGet(() -> (long) new SecureRandom().nextInt(SEEDS));
    System.out.println("seed " + chosen);
    try (Fuzzing platform = Fuzzing.start(data, repository, steps)) {
      return only == null ? all(platform, chosen) : one(platform, chosen, only);
    }
  }

  private boolean all(Fuzzing platform, long chosen) {
    Bar bar = Bar.on(System.out);
    Report ofRequests = platform.requests(chosen, requests, bar);
    bar.wipe();
    System.out.printf(
        Locale.ROOT,
        "%,d requests, %,d of them refused and sent again: %s; p99 %d ms, slowest %d ms, %d s%n",
        ofRequests.sent(),
        ofRequests.again(),
        new TreeMap<>(ofRequests.outcomes()),
        ofRequests.p99().toMillis(),
        ofRequests.slowest().toMillis(),
        ofRequests.took().toSeconds());
    tell(ofRequests);
    Report ofRecords = platform.records(chosen, records, bar);
    bar.wipe();
    System.out.printf(
        Locale.ROOT,
        "%,d records: %s; %d s%n",
        ofRecords.sent(),
        new TreeMap<>(ofRecords.outcomes()),
        ofRecords.took().toSeconds());
    tell(ofRecords);
    return ofRequests.holds() && ofRecords.holds();
  }

  private static boolean one(Fuzzing platform, long chosen, long number) {
    System.out.println(platform.request(chosen, number));
    return true;
  }

  private static void tell(Report report) {
    report.findings().stream()
        .map(Finding::toString)
        .sorted()
        .forEach(each -> System.out.println("  " + each));
    System.out.printf(Locale.ROOT, "%,d findings%n", report.findings().size());
  }
}
