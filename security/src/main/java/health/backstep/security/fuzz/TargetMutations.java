package health.backstep.security.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What can be wrong with an address. */
final class TargetMutations {

  private static final List<String> SEGMENTS =
      List.of(
          "%00",
          "%2F",
          "%2e%2e",
          "..",
          ".",
          "",
          "%20",
          "%0d%0a",
          "%25",
          "%c0%af",
          "%ff",
          "%ed%a0%80",
          "%F0%9F%A7%98",
          ";a=b",
          "*",
          "~",
          "'",
          "%27%20or%201=1",
          "%",
          "%zz",
          "%2",
          "0",
          "-1",
          "+",
          "{patientId}",
          "undefined",
          "null",
          "%5c",
          "%3f",
          "%23",
          "a".repeat(300),
          "a".repeat(8_500),
          "%41".repeat(100));

  private static final List<String> DURATIONS =
      List.of(
          "PT0S",
          "PT0.1S",
          "PT-1S",
          "P-1D",
          "-PT1S",
          "PT",
          "P1Y",
          "pt0s",
          "5",
          "PT1E3S",
          "PT0,1S",
          "PT99999999999999999999S",
          "PT0.0000000001S",
          "PT-9223372036854775808S");

  static final List<Mutation> PATH =
      List.of(
          new Mutation("another part of the path", TargetMutations::replacePart),
          new Mutation("a bad id in the path", TargetMutations::badId),
          new Mutation("more at the end of the path", TargetMutations::append),
          new Mutation("a part of the path less", TargetMutations::drop),
          new Mutation("another address", TargetMutations::elsewhere));

  static final List<Mutation> QUERY =
      List.of(
          new Mutation("a parameter at its bounds", TargetMutations::parameter),
          new Mutation("a parameter at its bounds", TargetMutations::parameter),
          new Mutation("a parameter twice", TargetMutations::twice),
          new Mutation("an unknown parameter", (draft, random) -> add(draft, "unknown", random)),
          new Mutation("a cursor of chance", TargetMutations::cursor),
          new Mutation("a query that is none", TargetMutations::brokenQuery));

  private TargetMutations() {}

  private static void replacePart(Draft draft, RandomGenerator random) {
    change(draft, random, Mutation.any(SEGMENTS, random));
  }

  private static void badId(Draft draft, RandomGenerator random) {
    change(draft, random, random.nextBoolean() ? Edges.id(random) : Edges.digits(random));
  }

  private static void change(Draft draft, RandomGenerator random, String part) {
    String[] parts = draft.path.split("/", -1);
    parts[1 + random.nextInt(parts.length - 1)] = part.replace(' ', '+').replace("\"", "%22");
    draft.path = String.join("/", parts);
    draft.samePlace = false;
  }

  private static void append(Draft draft, RandomGenerator random) {
    draft.path += "/" + Mutation.any(SEGMENTS, random);
    draft.samePlace = false;
  }

  private static void drop(Draft draft, RandomGenerator random) {
    List<String> parts = Arrays.asList(draft.path.substring(1).split("/", -1));
    int gone = random.nextInt(parts.size());
    draft.path =
        "/"
            + parts.stream()
                .filter(part -> !part.equals(parts.get(gone)))
                .collect(Collectors.joining("/"));
    draft.samePlace = false;
  }

  private static void elsewhere(Draft draft, RandomGenerator random) {
    draft.path =
        Mutation.any(
            List.of(
                "/",
                "//",
                "/v1",
                "/v1/",
                "/v2/patients",
                "/q",
                "/q/",
                "/q/openapi",
                "/q/health",
                "/q/health/x",
                "/q/metrics",
                "/q/dev",
                "/q/reference/%2e%2e/x",
                "/favicon.ico",
                "/q/openapi?format=%00",
                "/.well-known/openid-configuration",
                "/q/arc"),
            random);
    draft.samePlace = false;
  }

  private static void parameter(Draft draft, RandomGenerator random) {
    List<JsonNode> known = draft.described.query();
    if (known.isEmpty()) {
      add(draft, "limit", random);
      return;
    }
    JsonNode parameter = Mutation.any(known, random);
    String name = parameter.path("name").asText();
    draft.query.removeIf(each -> each.startsWith(name + "="));
    draft.query.add(name + "=" + value(name, parameter.path("schema"), draft, random));
  }

  /** Waits are short: what is asked for is how they are read. */
  private static String value(String name, JsonNode schema, Draft draft, RandomGenerator random) {
    if (name.equals("wait")) {
      return encoded(Mutation.any(DURATIONS, random));
    }
    if (name.equals("cursor")) {
      return cursorText(random);
    }
    JsonNode made =
        random.nextBoolean()
            ? Edges.of(draft.described.schemas().resolved(schema, random), random)
            : draft.values.valid(schema, random);
    String text = Draft.text(made);
    return encoded(
        made.isTextual() ? made.asText() : text.substring(0, Math.min(900, text.length())));
  }

  private static void twice(Draft draft, RandomGenerator random) {
    if (draft.query.isEmpty()) {
      draft.query.add("limit=1");
      draft.query.add("limit=2");
    } else {
      draft.query.add(Mutation.any(List.copyOf(draft.query), random));
    }
  }

  private static void add(Draft draft, String name, RandomGenerator random) {
    draft.query.add(name + "=" + encoded(Texts.odd(random)));
  }

  private static void cursor(Draft draft, RandomGenerator random) {
    draft.query.removeIf(each -> each.startsWith("cursor="));
    draft.query.add("cursor=" + cursorText(random));
  }

  /** As long as one of ours or not, in its alphabet or not. */
  private static String cursorText(RandomGenerator random) {
    byte[] bytes = new byte[Mutation.any(List.of(0, 1, 7, 8, 9, 15, 16, 17, 24, 32, 400), random)];
    random.nextBytes(bytes);
    return random.nextInt(4) == 0
        ? encoded(Texts.odd(random))
        : java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void brokenQuery(Draft draft, RandomGenerator random) {
    draft.query.add(
        Mutation.any(
            List.of(
                "",
                "&&",
                "=",
                "=x",
                "a=%",
                "limit=%zz",
                "limit",
                "%00=%00",
                "a=b=c",
                "[]=1",
                "limit[]=1",
                "?",
                "limit=1;cursor=2",
                "a=" + "b".repeat(9_000)),
            random));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
