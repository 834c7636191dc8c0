package health.backstep.backbone.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What each error code means, for partners.
 *
 * @param meanings by code
 */
record Codes(Map<String, String> meanings) {

  private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\\b");

  static Codes known() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (JsonNode part : Resources.get("errors.yaml")) {
      part.properties().forEach(code -> meanings.put(code.getKey(), code.getValue().asText()));
    }
    return new Codes(meanings);
  }

  /** The codes that a text names. */
  List<String> in(String text) {
    return Optional.ofNullable(text).stream()
        .flatMap(words -> CODE.matcher(words).results())
        .map(MatchResult::group)
        .filter(word -> word.contains("_") || meanings.containsKey(word))
        .distinct()
        .toList();
  }

  /**
   * Lines for people. A code that nobody explained stands alone, and the documents' check sees it.
   */
  String explained(Collection<String> codes) {
    return codes.stream()
        .map(code -> "- `" + code + "`: " + meanings.getOrDefault(code, "?"))
        .collect(Collectors.joining("\n"));
  }
}
