package health.backstep.stack.cli;

import health.backstep.stack.backup.Meter;

/** A bar for each part of the work. */
final class BarMeter implements Meter, AutoCloseable {

  private ProgressBar bar = ProgressBar.of(0, "");

  @Override
  public void begin(String what, long all) {
    bar.close();
    bar = ProgressBar.of(all, what);
  }

  @Override
  public void reach(long done) {
    bar.reach(done);
  }

  @Override
  public void close() {
    bar.close();
  }
}
