package health.backstep.security.authz;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cell is answered, such as {@code 200}, {@code 404 PATIENT_NOT_FOUND}, or {@code 200 [404
 * PATIENT_NOT_FOUND]} for an answer whose items have been answered each by itself.
 *
 * @param code of the problem; empty for a success
 * @param items what each item of the answer says; empty text: there is none
 */
public record Expected(int status, String code, Optional<String> items) {

  private static final Pattern FORM =
      Pattern.compile("(\\d{3})(?: ([A-Z_]+))?(?: \\[([0-9A-Z_ ]*)])?");
  private static final int FIRST_REFUSAL = 300;

  /**
   * @throws IllegalArgumentException when it is written otherwise
   */
  public static Expected of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no answer; write 200, 404 PATIENT_NOT_FOUND or 200 [201]");
    }
    String code = form.group(2) == null ? "" : form.group(2);
    return new Expected(Integer.parseInt(form.group(1)), code, Optional.ofNullable(form.group(3)));
  }

  public boolean isSuccess() {
    return status < FIRST_REFUSAL;
  }

  /** Whether something is done: a success whose items, if it has any, were not all refused. */
  public boolean does() {
    return isSuccess() && items.map(each -> each.startsWith("2")).orElse(true);
  }

  @Override
  public String toString() {
    String coded = code.isEmpty() ? Integer.toString(status) : status + " " + code;
    return items.map(each -> coded + " [" + each + "]").orElse(coded);
  }
}
