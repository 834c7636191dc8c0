package health.backstep.backbone.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import health.backstep.wire.WrittenTime;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/** Reads JSON as it stands: nothing is guessed, coerced, rounded or overwritten. */
@ApplicationScoped
public class StrictJson implements ObjectMapperCustomizer {

  /** Last, so that nothing loosens it. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper json) {
    json.enable(
        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    json.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    json.disable(
        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    refuse(json, LogicalType.Integer, CoercionInputShape.String, CoercionInputShape.EmptyString);
    refuse(json, LogicalType.Boolean, CoercionInputShape.String, CoercionInputShape.Integer);
    refuse(json, LogicalType.Enum, CoercionInputShape.EmptyString);
    json.registerModule(
        new SimpleModule("written-as-text")
            .addDeserializer(String.class, new WrittenAsText<>(String.class, text -> text))
            .addDeserializer(Instant.class, time(Instant.class, Instant::parse))
            .addDeserializer(LocalDate.class, time(LocalDate.class, LocalDate::parse))
            .addDeserializer(
                OffsetDateTime.class, time(OffsetDateTime.class, OffsetDateTime::parse)));
  }

  private static <T> WrittenAsText<T> time(Class<T> type, Function<CharSequence, T> parse) {
    return new WrittenAsText<>(type, text -> WrittenTime.read(text, parse));
  }

  private static void refuse(ObjectMapper json, LogicalType type, CoercionInputShape... shapes) {
    for (CoercionInputShape shape : shapes) {
      json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
    }
  }
}
