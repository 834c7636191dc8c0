package health.backstep.plan.benchmark;

import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Fear;
import health.backstep.plan.routine.Needs;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.plan.routine.Stage;
import health.backstep.safety.history.Findings;
import health.backstep.safety.history.Findings.Triage;
import health.backstep.safety.history.Happening.Assessed;
import health.backstep.safety.history.Happening.Cleared;
import health.backstep.safety.history.Happening.Registered;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.Run;
import health.backstep.safety.run.Running;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One routine built from needs, for the shortest, a usual and the fullest one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RoutineBenchmark {

  /** Whose routine it is. */
  public enum Who {
    CALM_5_MINUTES,
    CONTROL_15_MINUTES,
    BUILD_60_MINUTES_ALL_EQUIPMENT
  }

  @Param public Who who;

  private RoutineBuilder builder;
  private Needs needs;

  @Setup
  public void needs() {
    Ground ground = Ground.current();
    builder = new RoutineBuilder(ground.catalogue(), ground.rules());
    needs =
        switch (who) {
          case CALM_5_MINUTES -> needs(ground, Stage.CALM, Bias.NONE, 5, Set.of());
          case CONTROL_15_MINUTES -> needs(ground, Stage.CONTROL, Bias.EXTENSION, 15, Set.of());
          case BUILD_60_MINUTES_ALL_EQUIPMENT ->
              needs(ground, Stage.BUILD, Bias.FLEXION, 60, EnumSet.allOf(Equipment.class));
        };
  }

  @Benchmark
  public Routine build() {
    return builder.build(needs);
  }

  private static Needs needs(
      Ground ground, Stage stage, Bias bias, int minutes, Set<Equipment> equipment) {
    Findings plain = Findings.PLAIN;
    Findings findings =
        new Findings(
            Triage.FIT,
            plain.acuity(),
            stage,
            bias,
            Set.of(),
            plain.riskGroup(),
            plain.activityBefore(),
            false,
            plain.pain(),
            Fear.LOW);
    Run run =
        Running.of(
            List.of(
                new Registered(0, equipment, minutes, 3, 40),
                new Cleared(1, true, 0),
                new Assessed(1, findings)),
            ground,
            ground.planner());
    PlanState state = run.steps().getLast().after();
    return state.needs();
  }
}
