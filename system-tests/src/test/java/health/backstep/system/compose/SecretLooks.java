package health.backstep.system.compose;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How a secret gives itself away: by the name of its variable, or by looking like chance. */
public final class SecretLooks {

  private static final Pattern CONFIDENTIAL =
      Pattern.compile("PASSWORD|SECRET|CREDENTIAL|PRIVATE_KEY|(^|_)KEY$|JAAS");
  private static final Pattern LONG_WORD = Pattern.compile("[\\w+/]{20,}");
  private static final Pattern RANDOM_LOOKING =
      Pattern.compile("(?=.*\\d.*\\d.*\\d)(?=.*[A-Za-z]).*");

  private SecretLooks() {}

  /** Whether a variable of this name holds a secret. */
  public static boolean isConfidential(String variable) {
    return CONFIDENTIAL.matcher(variable).find();
  }

  /** The words of a text that no person would write. */
  public static List<String> randomWords(String text) {
    return LONG_WORD
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(RANDOM_LOOKING.asMatchPredicate())
        .toList();
  }
}
