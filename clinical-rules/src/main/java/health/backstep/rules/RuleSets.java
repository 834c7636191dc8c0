package health.backstep.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The versions of the rule set that can be run. The shipped ones are the files {@code
 * rulesets/ruleset-VERSION.yaml} that {@code rulesets/versions.txt} lists, oldest first. A version
 * that plans were made with stays, so that they can be made again.
 */
public final class RuleSets {

  private static final String INDEX = "/rulesets/versions.txt";

  private static final class Shipped {
    static final RuleSets ALL = read();
  }

  private final Map<String, RuleSet> byVersion = new LinkedHashMap<>();
  private final RuleSet current;

  private RuleSets(List<RuleSet> oldestFirst) {
    oldestFirst.forEach(rules -> byVersion.put(rules.version(), rules));
    this.current = oldestFirst.getLast();
  }

  /** What this build ships. */
  public static RuleSets shipped() {
    return Shipped.ALL;
  }

  /** Others than the shipped ones, for trying a rule set out; the last one is the current one. */
  public static RuleSets of(RuleSet... oldestFirst) {
    return new RuleSets(List.of(oldestFirst));
  }

  /** The one that new events are folded under. */
  public RuleSet current() {
    return current;
  }

  public Optional<RuleSet> find(String version) {
    return Optional.ofNullable(byVersion.get(version));
  }

  /**
   * The rule set of that version.
   *
   * @throws IllegalArgumentException naming the versions that there are
   */
  public RuleSet version(String version) {
    return find(version)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no rule set %s; there are: %s"
                        .formatted(version, String.join(", ", versions()))));
  }

  /** Oldest first. */
  public List<String> versions() {
    return List.copyOf(byVersion.keySet());
  }

  private static RuleSets read() {
    try (InputStream index = open(INDEX);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8))) {
      return new RuleSets(
          lines
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(RuleSets::read)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuleSet read(String version) {
    String file = "/rulesets/ruleset-" + version + ".yaml";
    try (InputStream in = open(file)) {
      RuleSet rules = RuleSet.read(in, file);
      if (!rules.version().equals(version)) {
        throw new IllegalStateException(
            file + " names itself version " + rules.version() + "; name and file must agree");
      }
      return rules;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    InputStream in = RuleSets.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("this build lacks " + file);
    }
    return in;
  }
}
