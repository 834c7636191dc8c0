package health.backstep.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Dates and times in payloads, read as {@link WrittenTime} has them. */
final class PayloadTimes {

  private PayloadTimes() {}

  static SimpleModule module() {
    return new SimpleModule("written-times")
        .addDeserializer(Instant.class, new Checked<>(Instant.class, InstantDeserializer.INSTANT))
        .addDeserializer(
            OffsetDateTime.class,
            new Checked<>(OffsetDateTime.class, InstantDeserializer.OFFSET_DATE_TIME))
        .addDeserializer(
            LocalDate.class, new Checked<>(LocalDate.class, LocalDateDeserializer.INSTANCE));
  }

  private static final class Checked<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient JsonDeserializer<T> usual;

    Checked(Class<T> type, JsonDeserializer<T> usual) {
      super(type);
      this.usual = usual;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      boolean odd = json.hasToken(JsonToken.VALUE_STRING) && !WrittenTime.isOne(json.getText());
      return odd
          ? (T) context.handleWeirdStringValue(handledType(), json.getText(), "not a time")
          : usual.deserialize(json, context);
    }
  }
}
