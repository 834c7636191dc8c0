package health.backstep.contracts.docs;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.contracts.AsyncApi;
import health.backstep.contracts.AsyncApi.Operation;
import java.util.List;
import java.util.TreeSet;

/**
 * The topics in the middle, who sends them on the left, who uses them on the right. Dead letters
 * are a line of words, because each goes back the way its topic came.
 */
final class TopicsPicture {

  private static final String STYLE =
      """
      text{font:14px system-ui,sans-serif;fill:#1f2933}.dim{font-size:12px;fill:#52606d}
      .bold{font-weight:700}.page{fill:#fff}.topic{fill:#e3f0fb;stroke:#0072b2}
      .service{fill:#f3f5f8;stroke:#7b8794}.reader{fill:none;stroke:#7b8794;stroke-dasharray:5 4}
      .arrow{fill:none;stroke:#52606d;stroke-width:1.6}.head{fill:#52606d}
      @media(prefers-color-scheme:dark){text{fill:#e8edf2}.dim{fill:#a9b4c0}.page{fill:#0d1117}
      .topic{fill:#12304a}.service{fill:#171d26}.arrow{stroke:#8a97a6}.head{fill:#8a97a6}}
      """;

  private static final int TOPIC_X = 300;
  private static final int TOPIC_WIDTH = 300;
  private static final int SENDER_X = 24;
  private static final int READER_X = 740;
  private static final int SERVICE_WIDTH = 160;
  private static final int ROW = 92;
  private static final int BOX = 62;
  private static final int TOP = 56;

  private final AsyncApi contract;
  private final List<JsonNode> topics;
  private final List<String> services;
  private final StringBuilder svg = new StringBuilder();

  TopicsPicture(AsyncApi contract) {
    this.contract = contract;
    this.topics = contract.channels().stream().filter(topic -> !isDeadLetters(topic)).toList();
    this.services =
        List.copyOf(new TreeSet<>(contract.operations().stream().map(Operation::service).toList()));
  }

  String draw() {
    int height = TOP + topics.size() * ROW + 40;
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"924\" height=\"%d\""
                .formatted(height)
            + " viewBox=\"0 0 924 %d\">".formatted(height));
    line("<title>Topics of Backstep, who sends them and who uses them</title>");
    line("<style>\n" + STYLE + "</style>");
    line("<rect class=\"page\" width=\"924\" height=\"%d\" rx=\"12\"/>".formatted(height));
    head();
    for (int row = 0; row < topics.size(); row++) {
      topic(row);
    }
    for (int row = 0; row <= services.size(); row++) {
      boolean reader = row == services.size();
      box(reader ? "reader" : "service", READER_X, y(row), SERVICE_WIDTH);
      text("bold", READER_X + 16, y(row) + 36, reader ? "you" : services.get(row));
    }
    contract.operations().stream()
        .filter(operation -> !operation.sends())
        .forEach(
            operation -> arrow(rowOf(operation.topic()), services.indexOf(operation.service())));
    text(
        "dim",
        SENDER_X,
        height - 16,
        "What a service cannot handle it sends to the dead-letter topic of the topic it came from.");
    line("</svg>");
    return svg.toString();
  }

  private void head() {
    text("dim", SENDER_X, 34, "sent by");
    text("dim", TOPIC_X, 34, "topic");
    text("dim", READER_X, 34, "used by");
  }

  private void topic(int row) {
    JsonNode topic = topics.get(row);
    int y = y(row);
    String address = topic.path("address").asText();
    box("topic", TOPIC_X, y, TOPIC_WIDTH);
    text("bold", TOPIC_X + 16, y + 26, address);
    JsonNode kafka = topic.at("/bindings/kafka");
    text(
        "dim",
        TOPIC_X + 16,
        y + 47,
        "%s partitions, kept: %s"
            .formatted(
                kafka.path("partitions").asText(),
                EventDocs.kept(kafka.path("topicConfiguration"))));
    String sender =
        contract.operations().stream()
            .filter(operation -> operation.sends() && operation.topic().equals(address))
            .map(Operation::service)
            .findFirst()
            .orElseThrow();
    box("service", SENDER_X, y, SERVICE_WIDTH);
    text("bold", SENDER_X + 16, y + 36, sender);
    arrow(SENDER_X + SERVICE_WIDTH, y + BOX / 2, TOPIC_X, y + BOX / 2);
    arrow(row, services.size());
  }

  private void arrow(int topicRow, int serviceRow) {
    int spread = 8 * (topicRow - topics.size() / 2);
    arrow(TOPIC_X + TOPIC_WIDTH, y(topicRow) + BOX / 2, READER_X, y(serviceRow) + BOX / 2 + spread);
  }

  private void arrow(int x1, int y1, int x2, int y2) {
    int middle = (x1 + x2) / 2;
    line(
        "<path class=\"arrow\" d=\"M%d %dC%d %d %d %d %d %d\"/>"
            .formatted(x1, y1, middle, y1, middle, y2, x2 - 8, y2));
    line("<path class=\"head\" d=\"M%d %dl-9 -4.5v9z\"/>".formatted(x2, y2));
  }

  private int rowOf(String address) {
    return topics.stream().map(topic -> topic.path("address").asText()).toList().indexOf(address);
  }

  private static boolean isDeadLetters(JsonNode topic) {
    return topic.path("address").asText().contains(".dlq.");
  }

  private static int y(int row) {
    return TOP + row * ROW;
  }

  private void box(String look, int x, int y, int width) {
    line(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/>"
            .formatted(look, x, y, width, BOX));
  }

  private void text(String look, int x, int y, String words) {
    line("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>".formatted(look, x, y, words));
  }

  private void line(String shape) {
    svg.append(shape).append('\n');
  }
}
