package health.backstep.stack.demo;

/** The platform did something else than the story tells. */
public final class StoryBroken extends RuntimeException {

  StoryBroken(String message) {
    super(message);
  }
}
