package health.backstep.safety.property;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that make people afraid of their back and give up (DERRY-LABELS, DERRY-FEAR). */
final class FrighteningWords {

  /** Beginnings of words. */
  private static final List<String> STEMS =
      List.of(
          "damag",
          "degenerat",
          "deteriorat",
          "crumbl",
          "ruptur",
          "herniat",
          "fragil",
          "crippl",
          "paraly",
          "wheelchair",
          "disabled",
          "permanent",
          "irreversib",
          "catastroph",
          "instabil",
          "unstable",
          "slipped",
          "bulging",
          "wear and tear",
          "worn",
          "torn",
          "tear ",
          "bone on bone",
          "broken",
          "weak spine",
          "weak back",
          "arthritis",
          "trapped nerve",
          "pinched",
          "out of place",
          "dangerous",
          "harmful",
          "injur");

  private static final Pattern ANY =
      Pattern.compile("\\b(" + String.join("|", STEMS) + ")", Pattern.CASE_INSENSITIVE);

  private FrighteningWords() {}

  /** The first one in a text. */
  static Optional<String> in(String text) {
    Matcher matcher = ANY.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
