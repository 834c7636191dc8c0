package health.backstep.security.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Values on and just beyond the bounds of what a schema allows. */
final class Edges {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "1.5",
          "1.0",
          "1e2",
          "1E-400",
          "1e400",
          "-1e400",
          "NaN",
          "Infinity",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "0x10",
          "01",
          "+1",
          ".5",
          "1.",
          "1e",
          "\"5\"",
          "9".repeat(999),
          "9".repeat(1_001),
          "1e2147483648",
          "0." + "0".repeat(900) + "1");

  private static final List<String> TIMES =
      List.of(
          "2024-02-29T23:59:60Z",
          "2023-02-29T00:00:00Z",
          "9999-12-31T23:59:59.999999999Z",
          "10000-01-01T00:00:00Z",
          "+10000-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59+18:00",
          "-999999999-01-01T00:00:00-18:00",
          "0000-01-01T00:00:00Z",
          "-0001-01-01T00:00:00Z",
          "1969-12-31T23:59:59Z",
          "1582-10-10T00:00:00Z",
          "2026-11-20T09:00:00+18:00",
          "2026-11-20T09:00:00-18:00",
          "2026-11-20T09:00:00+18:01",
          "2026-11-20T09:00:00",
          "2026-11-20T09:00Z",
          "2026-11-20T24:00:00Z",
          "2026-11-20 09:00:00Z",
          "2026-11-20T09:00:00+01:00[Europe/Berlin]",
          "2026-11-20T09:00:00.0000000001Z",
          "2026-11-20t09:00:00z",
          "2026-13-01T00:00:00Z",
          "yesterday",
          "1700000000");

  private static final List<String> DATES =
      List.of(
          "2024-02-29",
          "2023-02-29",
          "9999-12-31",
          "+10000-01-01",
          "+999999999-12-31",
          "-999999999-01-01",
          "0000-01-01",
          "0001-01-01",
          "1582-10-10",
          "2026-00-10",
          "2026-11-20T00:00:00Z",
          "20261120",
          "2026-W47-5",
          "2026-325");

  private static final List<String> IDS =
      List.of(
          "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "1-1-1-1-1",
          "01a2009a74c9726b9e005ca6ecb0fd6e",
          "01A2009A-74C9-726B-9E00-5CA6ECB0FD6E",
          "{01a2009a-74c9-726b-9e00-5ca6ecb0fd6e}",
          "01a2009a-74c9-726b-9e00-5ca6ecb0fd6",
          "01a2009a-74c9-726b-9e00-5ca6ecb0fd6e0",
          "-",
          "----",
          "0-0-0-0-fffffffffffffffffff");

  private static final List<String> ADDRESSES =
      List.of(
          "http://127.0.0.1:0/",
          "http://127.0.0.1:99999/",
          "http://[::1]:65000/",
          "http://[",
          "http://",
          "file:///etc/passwd",
          "javascript:alert(1)",
          "http://user:word@127.0.0.1/",
          "http://127.0.0.1:65000/#part",
          "http://2130706433:65000/",
          "http://127.1:65000/",
          "http://0177.0.0.1:65000/",
          "http://\u2460\u2461\u2466.0.0.1/",
          "//127.0.0.1/",
          "http:/127.0.0.1",
          "HTTP://127.0.0.1:65000",
          "http://127.0.0.1:65000/%zz",
          "urn:a:b",
          "http://xn--a/",
          "http://a..b/",
          "http://127.0.0.1:65000/" + "a".repeat(4_000));

  private Edges() {}

  /** One of them, as it is written in JSON. */
  static JsonNode of(JsonNode resolved, RandomGenerator random) {
    if (resolved.has("enum") && random.nextInt(3) > 0) {
      return word(resolved.path("enum").path(0).asText(), random);
    }
    return switch (Schemas.type(resolved)) {
      case "integer", "number" -> number(resolved, random);
      case "array" -> array(resolved, random);
      case "boolean" -> raw(Mutation.any(List.of("\"true\"", "1", "0", "TRUE", "\"\""), random));
      case "string" -> text(resolved, random);
      default -> raw(Mutation.any(List.of("[]", "\"\"", "0", "[{}]", "{\"\":{}}"), random));
    };
  }

  static JsonNode raw(String json) {
    return NODES.rawValueNode(new RawValue(json));
  }

  private static JsonNode word(String first, RandomGenerator random) {
    return NODES.textNode(
        Mutation.any(
            List.of(first.toLowerCase(Locale.ROOT), first + " ", "UNKNOWN", "", "0", first + "\0"),
            random));
  }

  private static JsonNode number(JsonNode schema, RandomGenerator random) {
    long least = schema.path("minimum").asLong(Integer.MIN_VALUE);
    long most = schema.path("maximum").asLong(Integer.MAX_VALUE);
    return random.nextBoolean()
        ? NODES.numberNode(Mutation.any(List.of(least - 1, least, most, most + 1), random))
        : raw(Mutation.any(NUMBERS, random));
  }

  private static JsonNode array(JsonNode schema, RandomGenerator random) {
    int most = schema.path("maxItems").asInt(20);
    int size = Mutation.any(List.of(0, 1, most, most + 1, 10_000), random);
    JsonNode item = raw(Mutation.any(List.of("null", "0", "\"x\"", "{}", "[]"), random));
    ArrayNode made = NODES.arrayNode();
    for (int each = 0; each < size; each++) {
      made.add(item);
    }
    return made;
  }

  private static JsonNode text(JsonNode schema, RandomGenerator random) {
    if (random.nextInt(4) == 0) {
      return raw(Mutation.any(Texts.RAW, random));
    }
    int most = schema.path("maxLength").asInt(200);
    return NODES.textNode(
        switch (schema.path("format").asText()) {
          case "date-time" -> Mutation.any(TIMES, random);
          case "date" -> Mutation.any(DATES, random);
          case "uuid" -> Mutation.any(IDS, random);
          case "uri" -> Mutation.any(ADDRESSES, random);
          default ->
              random.nextBoolean()
                  ? Texts.odd(random)
                  : "y".repeat(Mutation.any(List.of(0, most, most + 1), random));
        });
  }

  /** A bad id, for an address. */
  static String id(RandomGenerator random) {
    return Mutation.any(IDS, random);
  }

  /** A number, for an address. */
  static String digits(RandomGenerator random) {
    return Mutation.any(NUMBERS, random);
  }

  /** A moment, for a record's header. */
  static String time(RandomGenerator random) {
    return Mutation.any(TIMES, random);
  }
}
