package health.backstep.backbone.openapi;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Ids, days, times and texts. The framework makes a component of each Java type of them; here they
 * stand where they are used, bounded, and with patterns that every JSON Schema library reads alike.
 */
final class Scalars {

  private static final Map<String, Schema> BY_JAVA_TYPE =
      Map.of(
          "UUID", text("uuid", 36),
          "Instant", text("date-time", 40),
          "OffsetDateTime", text("date-time", 40),
          "LocalDate", text("date", 10),
          "Duration", text("duration", 40),
          "URI", text("uri", 2048));

  /** A length that is written as a look-ahead, because the text needs one message for both. */
  private static final Pattern LENGTH_AHEAD = Pattern.compile("^\\(\\?=\\.\\{(\\d+),(\\d+)}\\$\\)");

  private static final String ANYTHING_AROUND = "(?s).*";

  private Scalars() {}

  static void inline(OpenAPI api) {
    Schemas.replace(api, Scalars::inlined);
    BY_JAVA_TYPE.keySet().forEach(name -> api.getComponents().removeSchema(name));
    Schemas.replace(api, Scalars::bounded);
  }

  private static Schema inlined(Schema schema) {
    return Schemas.target(schema)
        .map(BY_JAVA_TYPE::get)
        .map(Scalars::copy)
        .map(copy -> copy.description(schema.getDescription()))
        .orElse(schema);
  }

  private static Schema bounded(Schema schema) {
    if (schema.getPattern() != null) {
      readable(schema, schema.getPattern());
    }
    return schema;
  }

  /** Bean Validation matches the whole text, JSON Schema looks for a part. */
  private static void readable(Schema schema, String pattern) {
    Matcher length = LENGTH_AHEAD.matcher(pattern);
    if (length.find()) {
      schema.setMinLength(Integer.valueOf(length.group(1)));
      schema.setMaxLength(Integer.valueOf(length.group(2)));
      schema.setPattern("^" + pattern.substring(length.end()) + "$");
    } else if (pattern.startsWith(ANYTHING_AROUND)) {
      schema.setPattern(
          pattern.substring(ANYTHING_AROUND.length(), pattern.length() - ".*".length()));
    } else if (!pattern.equals("\\S") && !pattern.startsWith("^")) {
      schema.setPattern("^(?:" + pattern + ")$");
    }
  }

  private static Schema text(String format, int longest) {
    return OASFactory.createSchema()
        .type(List.of(Schema.SchemaType.STRING))
        .format(format)
        .maxLength(longest);
  }

  private static Schema copy(Schema of) {
    return text(of.getFormat(), of.getMaxLength());
  }
}
