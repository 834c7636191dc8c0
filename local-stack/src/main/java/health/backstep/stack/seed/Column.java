package health.backstep.stack.seed;

import java.util.Set;

/**
 * A column of a seeded table.
 *
 * @param type as information_schema tells
 */
record Column(String name, String type) {

  private static final Set<String> TEXTS = Set.of("uuid", "text", "character varying", "jsonb");

  /** SQL: the column of a recorded row, as it is staged. */
  String staged() {
    if (TEXTS.contains(type)) {
      return Ids.marked("t." + quoted() + "::text") + " as " + quoted();
    }
    if (type.equals("bytea")) {
      return Ids.marked("convert_from(t." + quoted() + ", 'UTF8')") + " as " + quoted();
    }
    return "t." + quoted();
  }

  /** SQL: the column of a copy. */
  String copied() {
    String copy = Ids.ofCopy("s." + quoted(), "s.\"seed middle\"");
    if (TEXTS.contains(type)) {
      return copy + "::" + type;
    }
    return type.equals("bytea") ? "convert_to(" + copy + ", 'UTF8')" : "s." + quoted();
  }

  String quoted() {
    return '"' + name + '"';
  }
}
