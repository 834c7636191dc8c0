package health.backstep.security.canary.run;

import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What services said during a run, until it is searched. */
final class Heard {

  /** The refusals that callers read. */
  static final String PROBLEMS = "problems";

  /** What tells of changes: the feed, the stream, the deliveries and the messages themselves. */
  static final String MESSAGES = "messages";

  static final String SPANS = "spans";

  /**
   * Something that was said.
   *
   * @param place where, as the rules call it
   */
  record Said(String place, byte[] content) {}

  private final Queue<Said> all = new ConcurrentLinkedQueue<>();

  void hear(String place, byte[] content) {
    all.add(new Said(place, content));
  }

  void hear(String place, String content) {
    hear(place, content.getBytes(StandardCharsets.UTF_8));
  }

  Queue<Said> all() {
    return all;
  }
}
