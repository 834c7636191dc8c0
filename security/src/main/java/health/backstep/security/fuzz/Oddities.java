package health.backstep.security.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import health.backstep.security.authz.Operation;
import health.backstep.stack.platform.ServiceName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What is odd in requests, for those who need it elsewhere. */
public final class Oddities {

  private static final Operation NONE =
      new Operation(ServiceName.PLAN, "none", "POST", "/", Set.of());

  /** A JSON document, spoilt, and how. */
  public record Spoilt(byte[] json, String how) {}

  private Oddities() {}

  /** A text that programs stumble over. */
  public static String text(RandomGenerator random) {
    return Texts.odd(random);
  }

  /** A text that is a moment, or nearly. */
  public static String time(RandomGenerator random) {
    return Edges.time(random);
  }

  /** A text that is a UUID, or nearly. */
  public static String id(RandomGenerator random) {
    return Edges.id(random);
  }

  /** The document with something changed, that may still be valid. */
  public static Spoilt spoilt(JsonNode whole, RandomGenerator random) {
    JsonNode schema = Inferred.schema(whole);
    Schemas schemas = new Schemas(schema);
    Described described =
        new Described(NONE, schemas, List.of(), schema, MissingNode.getInstance());
    Draft draft =
        new Draft(described, new Values(schemas, Map.of()), "POST", "/", Draft.text(whole));
    Mutation mutation =
        Mutation.any(random.nextInt(5) == 0 ? ByteMutations.ALL : BodyMutations.ALL, random);
    mutation.change().apply(draft, random);
    return new Spoilt(draft.body, mutation.name());
  }
}
