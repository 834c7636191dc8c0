package health.backstep.security.fuzz.run;

import health.backstep.security.authz.run.Reply;
import java.time.Duration;
import java.util.Map;

/**
 * What came of a request.
 *
 * @param reply empty where none came
 */
record Answer(Ending ending, Reply reply, Duration took) {

  enum Ending {
    ANSWERED,
    /** The connection was closed without an answer that can be read. */
    CLOSED,
    /** Nothing came in time. */
    SILENT
  }

  static Answer none(Ending ending, Duration took) {
    return new Answer(ending, new Reply(0, Map.of(), ""), took);
  }

  int status() {
    return reply.status();
  }

  /** Where nothing came, only what is no message was surely refused. */
  boolean isRefusal(boolean whole) {
    return status() >= 400 || (ending == Ending.CLOSED && !whole);
  }

  /** Whether it was carried out, as far as the answer says. */
  boolean isSuccess() {
    return ending == Ending.ANSWERED && status() < 400;
  }

  /** Status and code, for people. */
  String inShort() {
    return ending == Ending.ANSWERED ? reply.inShort() : ending.name();
  }
}
