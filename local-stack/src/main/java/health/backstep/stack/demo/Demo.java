package health.backstep.stack.demo;

import java.time.Clock;

/** The story, ready to be told. */
public final class Demo {

  /** For an audience, or as fast as the platform is. */
  public enum Speed {
    FAST(0),
    SLOW(1_800);

    private final long pauseMillis;

    Speed(long pauseMillis) {
      this.pauseMillis = pauseMillis;
    }
  }

  private Demo() {}

  /**
   * Plays the story against a running platform and prints it.
   *
   * @throws StoryBroken when the platform does something else than the story tells
   * @throws ApiFailure when the platform refuses a step or does not answer
   */
  public static void play(Api api, Page page, Speed speed) {
    Calendar calendar = Calendar.endingYesterday(Clock.systemUTC(), Story.ZONE);
    Narration narration = new Narration(page, calendar);
    new StoryTeller(api, calendar, narration, speed.pauseMillis).tell();
  }
}
