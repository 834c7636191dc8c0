package health.backstep.plan.benchmark;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.fold.PlanFold;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.Run;
import health.backstep.safety.run.RunStep;
import health.backstep.safety.run.Running;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A routine under 100 us, an event under 20 us, a year under 5 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlannerBenchmark {

  private PlanFold fold;
  private List<PlanEvent> year;
  private RunStep session;
  private RunStep flare;

  /** Runs the year once and takes one session and one flare out of it. */
  @Setup
  public void run() {
    Ground ground = Ground.current();
    fold = new PlanFold(ground.catalogue(), ground.rules());
    Run run = Running.of(Year.happenings(), ground, fold::apply);
    year = run.events();
    session = last(run, SessionRecorded.class);
    flare = last(run, FlareReported.class);
  }

  /** One session, which mostly makes no version. */
  @Benchmark
  public Step session() {
    return fold.apply(session.before(), session.event());
  }

  /** One flare, which always makes a version. */
  @Benchmark
  public Step flare() {
    return fold.apply(flare.before(), flare.event());
  }

  /** 150 sessions with assessments, flares and settlings. */
  @Benchmark
  public PlanState year() {
    return fold.fold(year);
  }

  private static RunStep last(Run run, Class<? extends PlanEvent> kind) {
    return run.steps().stream()
        .filter(step -> kind.isInstance(step.event()))
        .reduce((_, later) -> later)
        .orElseThrow();
  }
}
