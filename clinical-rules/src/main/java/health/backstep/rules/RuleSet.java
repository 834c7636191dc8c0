package health.backstep.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All rules of one version. A plan names the version it was made with. */
public final class RuleSet {

  private final String version;
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  RuleSet(String version, List<Rule> rules) {
    this.version = version;
    rules.forEach(rule -> this.rules.put(rule.id(), rule));
  }

  /** The rule set that new plans are made with. */
  public static RuleSet current() {
    return RuleSets.shipped().current();
  }

  /** Reads a rule-set file that has no name. */
  public static RuleSet read(InputStream yaml) throws IOException {
    return read(yaml, "the file");
  }

  /**
   * Reads a rule-set file.
   *
   * @param name what to call the file when it is refused
   * @throws RuleSetRefused naming every fault and its place when the file is not a rule set
   */
  public static RuleSet read(InputStream yaml, String name) throws IOException {
    return new RuleSetReader(name).read(yaml);
  }

  /**
   * Reads a rule set that this code is asked to run with.
   *
   * @throws RuleSetRefused when the file is not a rule set, or lacks a rule or a threshold of the
   *     current one, or holds one that the code would pass over
   */
  public static RuleSet candidate(Path file) throws IOException {
    try (InputStream yaml = Files.newInputStream(file)) {
      RuleSet candidate = read(yaml, file.toString());
      candidate.requireWhat(current(), file.toString());
      return candidate;
    }
  }

  public String version() {
    return version;
  }

  /** In the order of the file, which is the conflict order of the rules. */
  public List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  public Optional<Rule> find(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /**
   * The rule of that id.
   *
   * @throws IllegalArgumentException when this version has no such rule
   */
  public Rule rule(String id) {
    return find(id)
        .orElseThrow(
            () -> new IllegalArgumentException("rule set " + version + " has no rule " + id));
  }

  /**
   * The code asks for rules and thresholds by name, some of them only when a flare comes. The
   * current rule set has all of them, so one that has the same names never fails in mid-course.
   */
  private void requireWhat(RuleSet known, String name) {
    Faults faults = new Faults();
    for (Rule needed : known.rules()) {
      find(needed.id())
          .ifPresentOrElse(
              rule -> compare(rule, needed, known.version(), faults),
              () ->
                  faults.of(
                      "%s: the rule is missing; the code asks for every rule of rule set %s"
                          .formatted(needed.id(), known.version())));
    }
    for (Rule rule : rules()) {
      if (known.find(rule.id()).isEmpty()) {
        faults.of(rule.id() + ": no code knows this rule, so it would have no effect");
      }
    }
    faults.refuse(name);
  }

  private static void compare(Rule rule, Rule needed, String version, Faults faults) {
    Set<String> names = new TreeSet<>(needed.thresholds().keySet());
    names.addAll(rule.thresholds().keySet());
    for (String name : names) {
      if (!rule.thresholds().containsKey(name)) {
        faults.of(
            "%s: the threshold %s is missing; it is %d in rule set %s"
                .formatted(rule.id(), name, needed.threshold(name), version));
      } else if (!needed.thresholds().containsKey(name)) {
        faults.of(rule.id() + ": no code asks for the threshold " + name);
      }
    }
  }
}
