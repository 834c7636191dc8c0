package health.backstep.stack.bench;

/** Picks a text out of JSON without reading all of it. */
final class Fields {

  private Fields() {}

  /**
   * The first text of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static String text(String json, String name) {
    String before = "\"" + name + "\":\"";
    int from = json.indexOf(before);
    if (from < 0) {
      throw new IllegalArgumentException("the answer has no text '" + name + "'");
    }
    int begin = from + before.length();
    return json.substring(begin, json.indexOf('"', begin));
  }
}
