package health.backstep.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that make people afraid to move and give up (DERRY-LABELS). No text for patients holds one
 * of them, in the catalogue, the rules and the education alike.
 */
public final class FrighteningLabels {

  /** Beginnings of words: "damag" also finds "damaged" and "damaging". */
  private static final List<String> STEMS =
      List.of(
          "damag",
          "injur",
          "degenerat",
          "ruptur",
          "herniat",
          "crumbl",
          "danger",
          "cripp",
          "paraly",
          "collaps",
          "shatter",
          "deteriorat",
          "wheelchair",
          "catastroph",
          "arthrit",
          "fragil",
          "irreversib",
          "harmful");

  /** Words that are meant only as they stand: "worn" but not "worner", "tear" but not "tearoom". */
  private static final List<String> WORDS =
      List.of(
          "torn",
          "tear",
          "tears",
          "tearing",
          "worn",
          "wear and tear",
          "slipped",
          "bulging",
          "pinched",
          "trapped nerve",
          "out of place",
          "out of line",
          "misaligned",
          "unstable",
          "instability",
          "bone on bone",
          "broken",
          "permanent",
          "incurable",
          "disabled",
          "weak spine",
          "weak back");

  private static final Pattern LABEL =
      Pattern.compile(
          "\\b(?:(?:" + String.join("|", STEMS) + ")\\w*|(?:" + String.join("|", WORDS) + ")\\b)");

  private FrighteningLabels() {}

  /** The first frightening word or phrase of a text, in small letters, if there is one. */
  public static Optional<String> firstIn(String text) {
    Matcher label = LABEL.matcher(text.toLowerCase(Locale.ROOT));
    return label.find() ? Optional.of(label.group()) : Optional.empty();
  }
}
