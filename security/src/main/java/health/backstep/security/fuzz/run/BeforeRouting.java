package health.backstep.security.fuzz.run;

import health.backstep.security.fuzz.Shot;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * What is refused without a problem document, because no route has seen it: the server takes it for
 * no request at all. This is the whole list.
 */
enum BeforeRouting {
  /** What is no message of HTTP is refused without a word, or its connection is closed. */
  NO_MESSAGE {
    @Override
    boolean covers(Shot shot, Answer answer) {
      return !shot.whole()
          && (answer.ending() == Answer.Ending.CLOSED
              || (isRefusal(answer) && answer.reply().body().isEmpty()));
    }
  },
  /** An address that is no URI, such as one with a percent sign that encodes nothing. */
  NO_URI {
    @Override
    boolean covers(Shot shot, Answer answer) {
      return answer.status() == 400 && answer.reply().body().isEmpty() && !isUri(shot.target());
    }
  };

  /** Whether the answer needs no problem document. */
  abstract boolean covers(Shot shot, Answer answer);

  private static boolean isRefusal(Answer answer) {
    return answer.status() >= 400 && answer.status() < 500;
  }

  private static boolean isUri(String target) {
    try {
      return !new URI(target).toString().isEmpty();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
