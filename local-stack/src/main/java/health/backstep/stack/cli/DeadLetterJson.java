package health.backstep.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import health.backstep.stack.deadletter.DeadLetter;
import health.backstep.stack.operation.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dead letters for programs. Their names stay; new ones may come. */
final class DeadLetterJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private DeadLetterJson() {}

  static String of(List<DeadLetter> letters) throws JsonProcessingException {
    return JSON.writeValueAsString(letters.stream().map(DeadLetterJson::fields).toList());
  }

  /** One with what belongs to it. */
  static String of(DeadLetterPage page) throws JsonProcessingException {
    Map<String, Object> fields = fields(page.letter());
    fields.put("advice", page.advice());
    fields.put("operations", page.operations().stream().map(DeadLetterJson::fields).toList());
    page.payload()
        .ifPresent(
            payload -> {
              fields.put("payload", payload.content());
              fields.put("payloadEncoding", payload.encoding());
            });
    return JSON.writeValueAsString(fields);
  }

  private static Map<String, Object> fields(DeadLetter letter) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", letter.id().toString());
    fields.put("service", letter.service().processName());
    fields.put("tenant", letter.tenant());
    fields.put("arrivedAt", letter.arrivedAt().toString());
    fields.put("topic", letter.origin().topic());
    fields.put("partition", letter.origin().partition());
    fields.put("offset", letter.origin().offset());
    fields.put("key", letter.key().orElse(null));
    fields.put("headers", letter.headers());
    fields.put("payloadBytes", letter.payloadBytes().orElse(null));
    fields.put("cause", letter.cause());
    fields.put("reason", letter.reason());
    fields.put("state", letter.state().name());
    return fields;
  }

  private static Map<String, String> fields(Operation operation) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("at", operation.at().toString());
    fields.put("actor", operation.actor());
    fields.put("act", operation.act());
    fields.put("note", operation.note());
    return fields;
  }
}
