package health.backstep.stack.bench;

import health.backstep.stack.LocalStack;
import health.backstep.stack.Progress;
import health.backstep.stack.backup.Meter;
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

  /** What a size may need beyond its tables: log and staged rows. */
  private static final double ROOM = 1.3;

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
    try (Seeding seeding = seeding()) {
      for (int size : plan.sizes()) {
        leftOut = wantOfRoom(measured, size);
        if (leftOut.isPresent()) {
          break;
        }
        measured.add(step(seeding, size));
      }
    }
    double others = CpuUse.now().takenByOthers(before, Machine.here().cores());
    Duration took = Duration.between(begun, clock.instant());
    return new GrowthReport(Machine.here(), plan, measured, leftOut, others, begun, took);
  }

  private Seeding seeding() throws SQLException {
    try (Platform platform = new Platform(stack)) {
      int most = plan.sizes().getLast();
      return Seeding.prepare(
          platform.api(),
          service -> stack.postgres().connectAsSuperuser(service.database()),
          most,
          plan.weeks(),
          meter);
    }
  }

  private GrowthStep step(Seeding seeding, int size) throws IOException, SQLException {
    long begun = System.nanoTime();
    seeding.growTo(size, meter);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    try (Platform platform = new Platform(stack)) {
      List<TableSize> sizes = TableSize.all(platform);
      Moment beginning = Moment.now(platform, clock.instant());
      List<GrowthRound> rounds = rounds(platform, seeding, size + " patients: ");
      Counts counts = Counts.since(beginning, platform);
      return new GrowthStep(size, took, sizes, rounds, counts);
    }
  }

  private List<GrowthRound> rounds(Platform platform, Seeding seeding, String size)
      throws IOException, SQLException {
    FloorTable table = FloorTable.likeTheServices(platform);
    List<GrowthRound> rounds = new ArrayList<>();
    try (Floors floors = new Floors(table, KafkaLoop.on(platform.bootstrapServers()));
        GrowthLoads loads =
            GrowthLoads.on(platform, seeding.sample(plan.inLoad()), plan, steps, floors)) {
      loads.warmUp(size);
      for (int number = 1; number <= plan.rounds(); number++) {
        rounds.add(loads.round(size, number));
      }
      steps.step(size + "counting", new CaughtUp(platform)::await);
    }
    return rounds;
  }

  /** Why the size does not fit on the disk; from the sizes before, one knows what a patient takes. */
  private Optional<String> wantOfRoom(List<GrowthStep> measured, int size) throws IOException {
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    GrowthStep last = measured.getLast();
    double needed = last.mb() / last.patients() * (size - last.patients()) * ROOM;
    double free =
        Files.getFileStore(stack.data().root()).getUsableSpace() / BYTES_PER_MB;
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
