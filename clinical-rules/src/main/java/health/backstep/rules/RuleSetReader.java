package health.backstep.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one rule-set file whole, whatever is wrong with it, and then refuses it or not. */
final class RuleSetReader {

  private static final List<String> FILE = List.of("version", "rules");
  private static final List<String> RULE =
      List.of("id", "version", "when", "then", "text", "evidence", "sources", "thresholds");
  private static final String NAME_SOURCES = "a rule names who says so, or its own reason";

  private final String file;
  private final Faults faults = new Faults();
  private final Set<String> ids = new HashSet<>();

  RuleSetReader(String file) {
    this.file = file;
  }

  RuleSet read(InputStream yaml) throws IOException {
    Node root = compose(yaml);
    Fields fields = Fields.of(root, "", faults);
    fields.refuseOthersThan(FILE);
    String version = fields.text("version");
    List<Rule> rules = new ArrayList<>();
    for (Node entry : fields.entries("rules")) {
      rule(entry, rules.size() + 1).ifPresent(rules::add);
    }
    faults.refuse(file);
    return new RuleSet(version, rules);
  }

  private Node compose(InputStream yaml) throws IOException {
    try (InputStreamReader text = new InputStreamReader(yaml, StandardCharsets.UTF_8)) {
      Node root = new Yaml(new LoaderOptions()).compose(text);
      if (root == null) {
        faults.of("the file is empty");
      }
      faults.refuse(file);
      return root;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      faults.atLine(line, "", "this is no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      faults.of("this is no YAML: " + e.getMessage());
    }
    faults.refuse(file);
    throw new IllegalStateException("a file that cannot be read has a fault");
  }

  /** A rule, or the faults that keep it from being one. */
  private Optional<Rule> rule(Node entry, int position) {
    String place = Fields.peek(entry, "id").orElse("rule number " + position);
    Fields fields = Fields.of(entry, place, faults);
    fields.refuseOthersThan(RULE);
    String id = fields.text("id");
    if (!id.isEmpty() && !ids.add(id)) {
      fields.fault("id", "an earlier rule has this id, too; each id names one rule");
    }
    int version = fields.number("version", 1);
    String when = fields.text("when");
    String then = fields.text("then");
    String text = fields.text("text");
    Optional<Evidence> evidence = evidence(fields);
    List<String> sources = fields.texts("sources", NAME_SOURCES);
    Map<String, Integer> thresholds = thresholds(fields);
    return evidence.map(
        grade -> new Rule(id, version, when, then, text, grade, sources, thresholds));
  }

  private static Optional<Evidence> evidence(Fields fields) {
    String label = fields.text("evidence");
    Optional<Evidence> evidence = Evidence.labelled(label);
    if (evidence.isEmpty() && !label.isEmpty()) {
      String known =
          Arrays.stream(Evidence.values()).map(Evidence::label).collect(Collectors.joining(", "));
      fields.fault("evidence", "evidence is one of " + known + "; it is " + label);
    }
    return evidence;
  }

  private static Map<String, Integer> thresholds(Fields fields) {
    Map<String, Integer> thresholds = new LinkedHashMap<>();
    fields
        .fields("thresholds")
        .ifPresent(
            numbers ->
                numbers.names().forEach(name -> thresholds.put(name, numbers.number(name, 0))));
    return thresholds;
  }
}
