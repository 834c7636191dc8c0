package health.backstep.backbone.load;

import java.util.concurrent.atomic.AtomicBoolean;

/** Does its work the first time and nothing after that. */
final class Once implements Runnable {

  private final AtomicBoolean done = new AtomicBoolean();
  private final Runnable work;

  Once(Runnable work) {
    this.work = work;
  }

  @Override
  public void run() {
    if (done.compareAndSet(false, true)) {
      work.run();
    }
  }
}
