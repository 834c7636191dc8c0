package health.backstep.plan.catalogue.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import health.backstep.plan.catalogue.CatalogueFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a reviewed file. It notes what is wrong and reads on with something harmless, so
 * that one reading finds every fault; nobody gets an exercise while there is one.
 */
final class Entry {

  private final String file;
  private final String exercise;
  private final String place;
  private final JsonNode node;
  private final List<CatalogueFault> faults;
  private final Set<String> read = new HashSet<>();

  Entry(String file, String exercise, String place, JsonNode node, List<CatalogueFault> faults) {
    this.file = file;
    this.exercise = exercise;
    this.place = place;
    this.node = node;
    this.faults = faults;
    if (!node.isObject()) {
      fault("", "has to be a mapping of fields");
    }
  }

  String text(String field) {
    JsonNode value = required(field);
    if (value.isMissingNode() || value.isTextual()) {
      return value.asText("");
    }
    fault("/" + field, "has to be text");
    return "";
  }

  /** Text where the absence of it says something, too. */
  @Nullable String textOrNull(String field) {
    return node.path(field).isMissingNode() || node.path(field).isNull()
        ? absent(field)
        : text(field);
  }

  int number(String field) {
    JsonNode value = required(field);
    if (!value.isMissingNode() && !value.isInt()) {
      fault("/" + field, "has to be a whole number");
    }
    return value.asInt(0);
  }

  boolean yes(String field) {
    JsonNode value = required(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      fault("/" + field, "has to be true or false");
    }
    return value.asBoolean(false);
  }

  /** False when it is not there. */
  boolean yesOrAbsent(String field) {
    return node.path(field).isMissingNode() ? absent(field) != null : yes(field);
  }

  <E extends Enum<E>> E one(String field, Class<E> of) {
    JsonNode value = required(field);
    return value.isMissingNode() ? of.getEnumConstants()[0] : named("/" + field, value, of);
  }

  <E extends Enum<E>> Set<E> some(String field, Class<E> of) {
    Set<E> values = new LinkedHashSet<>();
    List<JsonNode> items = list(field);
    for (int i = 0; i < items.size(); i++) {
      values.add(named("/" + field + "/" + i, items.get(i), of));
    }
    return values;
  }

  Entry entry(String field) {
    JsonNode value = required(field);
    return new Entry(
        file,
        exercise,
        place + "/" + field,
        value.isMissingNode() ? JsonNodeFactory.instance.objectNode() : value,
        faults);
  }

  List<Entry> entries(String field) {
    List<Entry> entries = new ArrayList<>();
    List<JsonNode> items = list(field);
    for (int i = 0; i < items.size(); i++) {
      entries.add(new Entry(file, exercise, place + "/" + field + "/" + i, items.get(i), faults));
    }
    return entries;
  }

  void fault(String field, String message) {
    faults.add(new CatalogueFault(file, exercise, place + field, message));
  }

  /** To be called last: what nobody asked for is a fault as well. */
  void nothingElse() {
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(read);
    unknown.forEach(field -> fault("/" + field, "is not a known field"));
  }

  private List<JsonNode> list(String field) {
    JsonNode value = required(field);
    if (!value.isMissingNode() && !value.isArray()) {
      fault("/" + field, "has to be a list");
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>();
    value.forEach(items::add);
    return items;
  }

  private JsonNode required(String field) {
    read.add(field);
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      fault("/" + field, "is missing");
      return MissingNode.getInstance();
    }
    return value;
  }

  private @Nullable String absent(String field) {
    read.add(field);
    return null;
  }

  private <E extends Enum<E>> E named(String field, JsonNode value, Class<E> of) {
    E[] known = of.getEnumConstants();
    return Arrays.stream(known)
        .filter(one -> one.name().equals(value.asText()))
        .findFirst()
        .orElseGet(
            () -> {
              fault(field, value + " is not one of " + Arrays.toString(known));
              return known[0];
            });
  }
}
