package health.backstep.security.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/** What can be wrong in a body that is still sent as JSON, or nearly. */
final class BodyMutations {

  private static final List<Integer> DEPTHS = List.of(1, 20, 999, 1_000, 1_001, 5_000, 50_000);
  private static final List<String> NAMES =
      List.of("", "__proto__", "constructor", "@type", "class", "patientId", "\0", "a.b", "a/b~c");
  private static final int LONG_TEXT = 300_000;

  static final List<Mutation> ALL =
      List.of(
          at("a value at its bounds", (spot, draft, random) -> spot.put(edge(spot, draft, random))),
          at("a value at its bounds", (spot, draft, random) -> spot.put(edge(spot, draft, random))),
          at("another valid value", (spot, draft, random) -> spot.put(valid(spot, draft, random))),
          at("a missing value", (spot, draft, random) -> spot.remove()),
          at("null", (spot, draft, random) -> spot.put(Edges.raw("null"))),
          at("another type", (spot, draft, random) -> spot.put(otherType(spot, random))),
          at("an odd text", (spot, draft, random) -> spot.put(odd(random))),
          at("a deep nesting", (spot, draft, random) -> spot.put(deep(random))),
          at("a field twice", (spot, draft, random) -> spot.put(twice(spot.value()))),
          at("a field too many", (spot, draft, random) -> extra(spot, random)),
          at("a very long text", (spot, draft, random) -> spot.put(longText(random))),
          at("a comment", (spot, draft, random) -> spot.put(commented(spot.value()))),
          new Mutation("another body by the schema", BodyMutations::another),
          new Mutation("another body by the schema", BodyMutations::another),
          new Mutation("a body of another kind", BodyMutations::otherKind));

  private interface AtSpot {
    void apply(Spot spot, Draft draft, RandomGenerator random);
  }

  private BodyMutations() {}

  private static Mutation at(String name, AtSpot change) {
    return new Mutation(name, (draft, random) -> somewhere(change, draft, random));
  }

  private static void somewhere(AtSpot change, Draft draft, RandomGenerator random) {
    JsonNode tree = draft.tree();
    if (tree == null) {
      return;
    }
    List<Spot> spots = Spot.in(tree, draft.described.body(), draft.described.schemas());
    if (!spots.isEmpty()) {
      change.apply(Mutation.any(spots, random), draft, random);
      draft.putTree(tree);
    }
  }

  private static JsonNode edge(Spot spot, Draft draft, RandomGenerator random) {
    return Edges.of(draft.described.schemas().resolved(spot.schema(), random), random);
  }

  private static JsonNode valid(Spot spot, Draft draft, RandomGenerator random) {
    return draft.values.valid(spot.schema(), random);
  }

  private static JsonNode otherType(Spot spot, RandomGenerator random) {
    String wrong = Mutation.any(List.of("{}", "[]", "\"7\"", "7", "true", "7.5"), random);
    return random.nextBoolean() ? Edges.raw(wrong) : Edges.raw("[" + text(spot.value()) + "]");
  }

  private static JsonNode odd(RandomGenerator random) {
    return JsonNodeFactory.instance.textNode(Texts.odd(random));
  }

  private static JsonNode deep(RandomGenerator random) {
    int depth = Mutation.any(DEPTHS, random);
    return random.nextBoolean()
        ? Edges.raw("[".repeat(depth) + "]".repeat(depth))
        : Edges.raw("{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
  }

  /** The object's first field stands there twice. */
  private static JsonNode twice(JsonNode value) {
    if (!(value instanceof ObjectNode object) || object.isEmpty()) {
      return Edges.raw("{\"a\":1,\"a\":2}");
    }
    String name = object.fieldNames().next();
    String first = text(JsonNodeFactory.instance.textNode(name)) + ":" + text(object.get(name));
    return Edges.raw("{" + first + "," + text(object).substring(1));
  }

  private static void extra(Spot spot, RandomGenerator random) {
    JsonNode holder = spot.value() instanceof ObjectNode ? spot.value() : spot.parent();
    if (holder instanceof ObjectNode object) {
      object.put(Mutation.any(NAMES, random), "x");
    }
  }

  private static JsonNode longText(RandomGenerator random) {
    return JsonNodeFactory.instance.textNode("z".repeat(random.nextInt(1, LONG_TEXT)));
  }

  private static JsonNode commented(JsonNode value) {
    return Edges.raw("/* a */ " + text(value) + " // b\n");
  }

  private static void another(Draft draft, RandomGenerator random) {
    if (draft.described.hasBody()) {
      draft.putTree(draft.values.valid(draft.described.body(), random));
    }
  }

  private static void otherKind(Draft draft, RandomGenerator random) {
    draft.putTree(
        Edges.raw(
            Mutation.any(
                List.of("null", "[]", "{}", "7", "\"text\"", "true", "[{}]", "{} {}", "", " "),
                random)));
  }

  private static String text(JsonNode value) {
    return Draft.text(value);
  }
}
