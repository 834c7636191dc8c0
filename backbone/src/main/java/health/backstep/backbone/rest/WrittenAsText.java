package health.backstep.backbone.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.function.Function;

/** A value that is written as a JSON string and in no other way, and that a database can keep. */
final class WrittenAsText<T> extends StdScalarDeserializer<T> {

  private final transient Function<String, T> parse;

  WrittenAsText(Class<T> type, Function<String, T> parse) {
    super(type);
    this.parse = parse;
  }

  @Override
  public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return refuse(context.handleUnexpectedToken(handledType(), json));
    }
    String text = json.getText();
    if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      return refuse(context.handleWeirdStringValue(handledType(), text, "not storable"));
    }
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      return refuse(context.handleWeirdStringValue(handledType(), text, "not a time"));
    }
  }

  @SuppressWarnings("unchecked")
  private T refuse(Object replacement) {
    return (T) replacement;
  }
}
