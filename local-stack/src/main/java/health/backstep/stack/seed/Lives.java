package health.backstep.stack.seed;

import health.backstep.stack.SideBySide;
import health.backstep.stack.backup.Meter;
import health.backstep.stack.demo.Api;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Lets lives happen, all at the same time. */
record Lives(Api api, int weeks) {

  /** The patients' ids, in the order of the lives. */
  List<UUID> record(int count, Meter meter) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    List<Life> lives =
        IntStream.range(0, count)
            .mapToObj(number -> Life.endingBefore(now, number, weeks))
            .toList();
    meter.begin(
        "events of %d recorded lives".formatted(count),
        lives.stream().mapToLong(life -> life.happenings().size()).sum());
    AtomicLong done = new AtomicLong();
    UUID[] patients = new UUID[count];
    List<Runnable> recordings = new ArrayList<>();
    for (Life life : lives) {
      recordings.add(() -> patients[life.number()] = recorded(life, done, meter));
    }
    SideBySide.run(recordings);
    return List.of(patients);
  }

  private UUID recorded(Life life, AtomicLong done, Meter meter) {
    return new Recorder(api)
        .record(
            life,
            () -> {
              synchronized (meter) {
                meter.reach(done.incrementAndGet());
              }
            });
  }
}
