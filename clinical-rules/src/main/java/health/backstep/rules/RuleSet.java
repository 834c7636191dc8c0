package health.backstep.rules;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rules of one version. A plan names the version it was made with. */
public final class RuleSet {

  private static final String CURRENT = "/rulesets/ruleset-1.yaml";
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String version;
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private RuleSet(String version, List<Rule> rules) {
    this.version = version;
    for (Rule rule : rules) {
      if (this.rules.put(rule.id(), rule) != null) {
        throw new IllegalArgumentException(
            "rule set " + version + " names " + rule.id() + " twice");
      }
    }
  }

  /** The rule set that new plans are made with. */
  public static RuleSet current() {
    try (InputStream in = RuleSet.class.getResourceAsStream(CURRENT)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a rule-set file.
   *
   * @throws IllegalArgumentException naming the place when the file is not a rule set
   */
  public static RuleSet read(InputStream yaml) throws IOException {
    try {
      RuleSetFile file = YAML.readValue(yaml, RuleSetFile.class);
      return new RuleSet(file.version(), file.rules());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a rule set: " + e.getMessage(), e);
    }
  }

  public String version() {
    return version;
  }

  /** In the order of the file, which is the conflict order of the rules. */
  public List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  /**
   * The rule of that id.
   *
   * @throws IllegalArgumentException when this version has no such rule
   */
  public Rule rule(String id) {
    Rule rule = rules.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("rule set " + version + " has no rule " + id);
    }
    return rule;
  }

  private record RuleSetFile(String version, List<Rule> rules) {}
}
