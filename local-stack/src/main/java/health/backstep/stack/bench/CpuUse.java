package health.backstep.stack.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processor time used so far, on a Linux machine.
 *
 * @param all by everybody, in hundredths of a second
 * @param ours by this process and all that it started
 * @param nanos when that was
 */
record CpuUse(long all, long ours, long nanos) {

  private static final double PER_SECOND = 100;
  private static final List<Integer> IDLE = List.of(4, 5);
  private static final int USER_TIME = 11;
  private static final int TIMES = 4;

  static CpuUse now() {
    Stream<ProcessHandle> us =
        Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants());
    long ours = us.mapToLong(process -> usedBy(process.pid())).sum();
    return new CpuUse(busy(first(Path.of("/proc/stat"))), ours, System.nanoTime());
  }

  /** The share of the machine, 0 to 1, that others took since then. */
  double takenByOthers(CpuUse since, int cores) {
    double seconds = (nanos - since.nanos) / 1e9;
    double others = ((all - since.all) - (ours - since.ours)) / PER_SECOND;
    return Math.clamp(others / (seconds * cores), 0, 1);
  }

  /** Of the line {@code cpu user nice system idle iowait irq softirq steal ...}. */
  static long busy(String line) {
    if (line.isEmpty()) {
      return 0;
    }
    String[] fields = line.split(" +", -1);
    long busy = 0;
    for (int field = 1; field < Math.min(fields.length, 9); field++) {
      busy += IDLE.contains(field) ? 0 : Long.parseLong(fields[field]);
    }
    return busy;
  }

  /** Of a process's own line: its time and that of its children that have ended. */
  static long used(String line) {
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    long used = 0;
    for (int field = USER_TIME; field < USER_TIME + TIMES; field++) {
      used += Long.parseLong(fields[field]);
    }
    return used;
  }

  private static long usedBy(long pid) {
    String line = first(Path.of("/proc/" + pid + "/stat"));
    return line.isEmpty() ? 0 : used(line);
  }

  private static String first(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
