package health.backstep.stack.cli;

import health.backstep.stack.backup.Meter;

/** A bar for each part of the work, in bytes. */
final class BarMeter implements Meter, AutoCloseable {

  private ProgressBar bar = ProgressBar.of(0, "");

  @Override
  public void begin(String what, long bytes) {
    bar.close();
    bar = ProgressBar.of(bytes, what);
  }

  @Override
  public void reach(long bytes) {
    bar.reach(bytes);
  }

  @Override
  public void close() {
    bar.close();
  }
}
