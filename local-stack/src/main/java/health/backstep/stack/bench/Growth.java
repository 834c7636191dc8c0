package health.backstep.stack.bench;

import health.backstep.stack.LocalStack;
import health.backstep.stack.Progress;
import health.backstep.stack.backup.Meter;
import health.backstep.stack.seed.SeededPatient;
import health.backstep.stack.seed.Seeding;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fills a freshly started stack in steps, and measures at each of them. */
public final class Growth {

  /** What a size may need beyond its tables, for PostgreSQL's log. */
  private static final double ROOM = 1.1;

  private static final double BYTES_PER_MB = 1024 * 1024;

  private final LocalStack stack;
  private final GrowthPlan plan;
  private final Steps steps;
  private final Meter meter;
  private final Clock clock = Clock.systemUTC();

  private Growth(LocalStack stack, GrowthPlan plan, Progress progress, Meter meter) {
    this.stack = stack;
    this.plan = plan;
    this.steps = new Steps(progress);
    this.meter = meter;
  }

  /**
   * Measures.
   *
   * @throws IllegalStateException when a part of the platform fails
   */
  public static GrowthReport run(
      LocalStack stack, GrowthPlan plan, Progress progress, Meter meter) {
    try {
      return new Growth(stack, plan, progress, meter).run();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the load generator failed: " + e.getMessage(), e);
    }
  }

  private GrowthReport run() throws IOException, SQLException {
    Instant begun = clock.instant();
    CpuUse before = CpuUse.now();
    List<GrowthStep> measured = new ArrayList<>();
    Optional<String> leftOut = Optional.empty();
    try (Platform platform = new Platform(stack);
        Seeding seeding = seeding(platform);
        Floors floors = floors(platform)) {
      for (int size : plan.sizes()) {
        leftOut = wantOfRoom(measured, size);
        if (leftOut.isPresent()) {
          break;
        }
        measured.add(step(seeding, floors, size, measured.isEmpty()));
      }
    }
    double others = CpuUse.now().takenByOthers(before, Machine.here().cores());
    Duration took = Duration.between(begun, clock.instant());
    return new GrowthReport(Machine.here(), plan, measured, leftOut, others, begun, took);
  }

  private Seeding seeding(Platform platform) {
    return Seeding.prepare(
        platform.api(),
        service -> stack.postgres().connectAsSuperuser(service.database()),
        plan.sizes().getLast(),
        plan.weeks(),
        meter);
  }

  private static Floors floors(Platform platform) throws SQLException {
    return new Floors(
        FloorTable.likeTheServices(platform), KafkaLoop.on(platform.bootstrapServers()));
  }

  /** With a platform of its own: filling it takes longer than a token lasts. */
  private GrowthStep step(Seeding seeding, Floors floors, int size, boolean isFirst)
      throws IOException, SQLException {
    long begun = System.nanoTime();
    seeding.growTo(size, meter);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    try (Platform platform = new Platform(stack)) {
      List<TableSize> sizes = TableSize.all(platform);
      Moment beginning = Moment.now(platform, clock.instant());
      List<SeededPatient> patients = seeding.sample(plan.inLoad());
      List<GrowthRound> rounds = new ArrayList<>();
      try (GrowthLoads loads = GrowthLoads.on(platform, patients, plan, steps, floors)) {
        String name = size + " patients: ";
        loads.warmUp(name, isFirst);
        for (int number = 1; number <= plan.rounds(); number++) {
          rounds.add(loads.round(name, number));
        }
        steps.step(name + "counting", loads.caughtUp()::await);
      }
      return new GrowthStep(size, took, sizes, rounds, Counts.since(beginning, platform));
    }
  }

  /** Why the size does not fit on the disk; the sizes before tell what a patient takes. */
  private Optional<String> wantOfRoom(List<GrowthStep> measured, int size) throws IOException {
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    GrowthStep last = measured.getLast();
    double needed = last.mb() / last.patients() * (size - last.patients()) * ROOM;
    double free = Files.getFileStore(stack.data().root()).getUsableSpace() / BYTES_PER_MB;
    return needed <= free
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%d patients were left out: they need about %.0f GB, and %.0f GB are free.",
                size,
                needed / 1024,
                free / 1024));
  }
}
