package health.backstep.security.authz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What is sent to each operation: its path, and the query and body that {@code requests.yaml} gives
 * it, with names in braces where ids, times and words are put in.
 */
public final class Requests {

  /**
   * A request without its caller.
   *
   * @param body empty for none
   */
  public record Form(String method, String address, String body) {}

  private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");
  private static final Set<String> OUTER =
      Set.of("patientId", "clockPatientId", "externalId", "webhookId", "erasureId");
  private static final Set<String> INNER =
      Set.of("assessmentId", "sessionId", "deliveryId", "replayId", "secretId");

  private final JsonNode written;

  private Requests(JsonNode written) {
    this.written = written;
  }

  public static Requests shipped() {
    return shipped(Requests.class, "requests.yaml");
  }

  /**
   * Other queries and bodies.
   *
   * @param beside what the file is shipped
   */
  public static Requests shipped(Class<?> beside, String name) {
    Object read =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(beside.getResourceAsStream(name));
    return new Requests(new ObjectMapper().valueToTree(read));
  }

  /** The things that an operation can be asked about, by the ids that its request holds. */
  public Set<Thing> things(Operation operation) {
    Form form = form(operation);
    Set<String> names =
        Stream.of(form.address(), form.body())
            .flatMap(text -> NAME.matcher(text).results())
            .map(name -> name.group(1))
            .collect(Collectors.toSet());
    if (names.stream().noneMatch(OUTER::contains)) {
      return EnumSet.of(Thing.NONE);
    }
    Set<Thing> things = EnumSet.range(Thing.OWN, Thing.MISSING);
    if (names.contains("patientId")) {
      things.add(Thing.ERASED);
    }
    if (names.stream().anyMatch(INNER::contains)) {
      things.addAll(Set.of(Thing.FOREIGN_INSIDE, Thing.FOREIGN_AROUND));
    }
    return things;
  }

  /**
   * The request with everything put in.
   *
   * @param values by name
   * @throws IllegalArgumentException when one is missing
   */
  public Form filled(Operation operation, Map<String, String> values) {
    Form form = form(operation);
    return new Form(form.method(), fill(form.address(), values), fill(form.body(), values));
  }

  /** An id that belongs to what stands above another one, and not to what stands below it. */
  public static boolean isOuter(String name) {
    return OUTER.contains(name);
  }

  /** The request with its names in braces. */
  public Form form(Operation operation) {
    JsonNode more = written.path(operation.id());
    String query = more.has("query") ? "?" + more.path("query").asText() : "";
    String body = more.has("body") ? more.path("body").toString() : "";
    return new Form(operation.method(), operation.path() + query, body);
  }

  private static String fill(String text, Map<String, String> values) {
    return NAME.matcher(text).replaceAll(name -> value(name, values));
  }

  private static String value(MatchResult name, Map<String, String> values) {
    String value = values.get(name.group(1));
    if (value == null) {
      throw new IllegalArgumentException("nothing to put in for {" + name.group(1) + "}");
    }
    return Matcher.quoteReplacement(value);
  }
}
