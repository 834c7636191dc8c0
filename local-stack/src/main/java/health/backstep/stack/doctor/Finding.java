package health.backstep.stack.doctor;

import java.util.Optional;

/**
 * What came of looking at one thing.
 *
 * @param check what was looked at, by a name that stays, such as {@code migrations}
 * @param where the part of the platform
 * @param what a sentence, without anything secret
 * @param remedy the command to run; there is one unless all is well
 */
public record Finding(
    Severity severity, String check, String where, String what, Optional<String> remedy) {

  public Finding {
    if (remedy.isEmpty() != (severity == Severity.OK)) {
      throw new IllegalArgumentException(
          "what is not well, and nothing else, has a remedy: " + check + ", " + what);
    }
  }
}
