package health.backstep.stack.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Makes all checks side by side. One that fails or does not come to an end is a finding like any
 * other, and its thread is left behind: it does not keep this JVM.
 *
 * @param limit for all of them together
 */
public record Doctor(List<Check> checks, Duration limit) {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  public Doctor {
    checks = List.copyOf(checks);
  }

  public Doctor(List<Check> checks) {
    this(checks, LIMIT);
  }

  public Diagnosis examine() throws InterruptedException {
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("check-", 1).factory());
    try {
      List<Callable<List<Finding>>> looks = new ArrayList<>();
      checks.forEach(check -> looks.add(() -> check.subject().guard(check::look)));
      List<Future<List<Finding>>> outcomes =
          threads.invokeAll(looks, limit.toMillis(), TimeUnit.MILLISECONDS);
      List<Finding> findings = new ArrayList<>();
      for (int i = 0; i < outcomes.size(); i++) {
        findings.addAll(findings(checks.get(i).subject(), outcomes.get(i)));
      }
      return new Diagnosis(findings);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Finding> findings(Subject subject, Future<List<Finding>> outcome) {
    return switch (outcome.state()) {
      case SUCCESS -> outcome.resultNow();
      case FAILED -> List.of(subject.failed(outcome.exceptionNow()));
      case CANCELLED, RUNNING ->
          List.of(subject.wrong("gives no answer within " + Amount.of(limit), subject.more()));
    };
  }
}
