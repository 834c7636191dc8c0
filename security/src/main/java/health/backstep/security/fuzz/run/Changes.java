package health.backstep.security.fuzz.run;

import java.util.List;
import java.util.Map;

/** The tables in which two looks differ. */
final class Changes {

  private Changes() {}

  static List<String> of(Map<String, String> before, Map<String, String> after) {
    return after.keySet().stream()
        .filter(table -> !after.get(table).equals(before.get(table)))
        .sorted()
        .toList();
  }
}
