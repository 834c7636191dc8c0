package health.backstep.rules;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong with one rule-set file, gathered while it is read. */
final class Faults {

  private final List<String> all = new ArrayList<>();

  /** A fault that begins where the node begins. */
  void at(Node node, String place, String what) {
    atLine(node.getStartMark().getLine() + 1, place, what);
  }

  void atLine(int line, String place, String what) {
    all.add("line " + line + (place.isEmpty() ? "" : ", " + place) + ": " + what);
  }

  /** A fault of the file as a whole. */
  void of(String what) {
    all.add(what);
  }

  /**
   * Lets a file without faults pass.
   *
   * @throws RuleSetRefused naming all of them
   */
  void refuse(String file) {
    if (!all.isEmpty()) {
      throw new RuleSetRefused(file, all);
    }
  }
}
