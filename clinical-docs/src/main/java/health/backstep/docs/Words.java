package health.backstep.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of code as people write them, and text cut to a width. */
final class Words {

  private Words() {}

  /** {@code COOL_DOWN} as "cool down". */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String capitalised(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** {@code ageOverYears} as "age over years". */
  static String ofCamelCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  /**
   * Lines of at most that many characters, broken between words; what does not fit into the last
   * line is cut.
   */
  static List<String> wrapped(String text, int characters, int lines) {
    List<String> wrapped = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty()
          && line.length() + 1 + word.length() > characters
          && wrapped.size() < lines - 1) {
        wrapped.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    wrapped.add(cut(line.toString(), characters));
    return wrapped;
  }

  private static String cut(String line, int characters) {
    return line.length() <= characters ? line : line.substring(0, characters - 1).strip() + "…";
  }
}
