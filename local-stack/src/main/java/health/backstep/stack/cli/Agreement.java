package health.backstep.stack.cli;

import health.backstep.stack.platform.StackFailure;
import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/** Asks the person at the terminal before much is done at once. */
final class Agreement {

  private Agreement() {}

  /**
   * Whether the answer begins with a y.
   *
   * @throws StackFailure when nobody is there to ask
   */
  static boolean to(String act) {
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(
                () ->
                    new StackFailure(
                        "%s: nobody is there to ask, so say --yes as well.".formatted(act)));
    String answer = console.readLine("%s? [y/N] ", act);
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
