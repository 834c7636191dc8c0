package health.backstep.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The named values of one place in a rule-set file. What does not fit becomes a fault and a value
 * that does no harm, so that reading goes on to the next fault.
 */
final class Fields {

  private final Node owner;
  private final String place;
  private final Faults faults;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Fields(Node owner, String place, Faults faults) {
    this.owner = owner;
    this.place = place;
    this.faults = faults;
  }

  /** The fields of a node; a name given twice and a node without fields are faults. */
  static Fields of(Node node, String place, Faults faults) {
    Fields fields = new Fields(node, place, faults);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(fields::take);
    } else {
      faults.at(node, place, "must be fields with a name and a value each");
    }
    return fields;
  }

  /** A value before anything is checked, for telling where the faults are. */
  static Optional<String> peek(Node node, String name) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(field -> isNamed(field.getKeyNode(), name))
            .map(NodeTuple::getValueNode)
            .filter(value -> value instanceof ScalarNode scalar && isText(scalar))
            .map(value -> ((ScalarNode) value).getValue())
            .findFirst()
        : Optional.empty();
  }

  private static boolean isNamed(Node key, String name) {
    return key instanceof ScalarNode scalar && scalar.getValue().equals(name);
  }

  private void take(NodeTuple field) {
    String name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
    if (values.put(name, field.getValueNode()) != null) {
      faults.at(field.getKeyNode(), place, name + " is given twice");
    }
  }

  void refuseOthersThan(List<String> known) {
    values.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            String all = String.join(", ", known);
            faults.at(value, place, "%s is no known field; known are %s".formatted(name, all));
          }
        });
  }

  List<String> names() {
    return List.copyOf(values.keySet());
  }

  String text(String name) {
    Node value = required(name);
    if (value == null) {
      return "";
    }
    if (value instanceof ScalarNode scalar && isText(scalar)) {
      return scalar.getValue();
    }
    faults.at(value, place, name + " must be a text that is not empty");
    return "";
  }

  /** A whole number that is at least so much. */
  int number(String name, int least) {
    Node value = required(name);
    if (value == null) {
      return least;
    }
    Optional<Integer> number = whole(value).filter(whole -> whole >= least);
    if (number.isEmpty()) {
      faults.at(value, place, "%s must be a whole number from %d on".formatted(name, least));
    }
    return number.orElse(least);
  }

  /** Texts, at least one. */
  List<String> texts(String name, String toDo) {
    Node value = values.get(name);
    List<String> texts = new ArrayList<>();
    if (value instanceof SequenceNode sequence) {
      for (Node entry : sequence.getValue()) {
        if (entry instanceof ScalarNode scalar && isText(scalar)) {
          texts.add(scalar.getValue());
        } else {
          faults.at(entry, place, name + " holds an entry that is no text");
        }
      }
    }
    if (texts.isEmpty()) {
      faults.at(value == null ? owner : value, place, "%s names nothing; %s".formatted(name, toDo));
    }
    return texts;
  }

  /** The entries of a list, at least one. */
  List<Node> entries(String name) {
    Node value = required(name);
    if (value instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
      return sequence.getValue();
    }
    if (value != null) {
      faults.at(value, place, name + " must be a list with at least one entry");
    }
    return List.of();
  }

  Optional<Fields> fields(String name) {
    return Optional.ofNullable(values.get(name))
        .map(value -> Fields.of(value, place + ", " + name, faults));
  }

  void fault(String name, String what) {
    faults.at(values.getOrDefault(name, owner), place, what);
  }

  private Node required(String name) {
    Node value = values.get(name);
    if (value == null) {
      faults.at(owner, place, name + " is missing");
    }
    return value;
  }

  private static boolean isText(ScalarNode scalar) {
    return !scalar.getTag().equals(Tag.NULL) && !scalar.getValue().isBlank();
  }

  private static Optional<Integer> whole(Node node) {
    if (node instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.INT)
        && scalar.getValue().matches("-?(0|[1-9][0-9]{0,8})")) {
      return Optional.of(Integer.parseInt(scalar.getValue()));
    }
    return Optional.empty();
  }
}
