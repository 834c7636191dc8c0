package health.backstep.security.fuzz.run;

import java.util.regex.Pattern;

/** A text by which it can be told which request stored a row. */
final class Mark {

  private Mark() {}

  /** Of a request, in one of the rounds in which it is sent. */
  static String of(long number, int round) {
    return "fz" + number + "r" + round + "z";
  }

  /** All of one round. */
  static Pattern of(int round) {
    return Pattern.compile("fz[0-9]+r" + round + "z");
  }

  static long number(String mark) {
    return Long.parseLong(mark.substring(2, mark.indexOf('r')));
  }
}
