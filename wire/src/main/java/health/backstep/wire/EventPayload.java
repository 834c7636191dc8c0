package health.backstep.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Executable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes payloads and reads them as a tolerant reader: fields that it does not know are passed
 * over, missing ones are not, unless the record holds them as an {@link Optional}. Null is for
 * those and for what is {@link Nullable}. An enum value of a later version becomes the enum's
 * default, which each reader chooses on the careful side.
 */
public final class EventPayload {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new Jdk8Module(), PayloadTimes.module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          .annotationIntrospector(new OptionalMayBeAbsent())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** Properties that came into the contract later are missing in what was written before. */
  private static final class OptionalMayBeAbsent extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
      return member instanceof AnnotatedParameter && member.getRawType() != Optional.class;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated written) {
      return written instanceof AnnotatedParameter component && !mayBeNull(component)
          ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
          : super.findSetterInfo(written);
    }

    private static boolean mayBeNull(AnnotatedParameter component) {
      Executable constructor = (Executable) component.getOwner().getAnnotated();
      return component.getRawType() == Optional.class
          || constructor.getAnnotatedParameterTypes()[component.getIndex()].isAnnotationPresent(
              Nullable.class);
    }
  }

  private EventPayload() {}

  /**
   * The payload as a record.
   *
   * @param data null when a record has none
   * @param type of the event, for the message
   * @throws UnreadableEvent naming the place, never the value
   */
  public static <T> T read(byte[] data, String type, Class<T> as) {
    if (data == null) {
      throw new UnreadableEvent("there is no payload for " + type);
    }
    try {
      T payload = JSON.readValue(text(data), as);
      if (payload == null) {
        throw new UnreadableEvent("payload of " + type + " is null");
      }
      return payload;
    } catch (JsonMappingException e) {
      throw new UnreadableEvent("payload of " + type + " does not fit at " + place(e), e);
    } catch (JacksonException | CharacterCodingException e) {
      throw new UnreadableEvent("payload of " + type + " is not JSON in UTF-8", e);
    }
  }

  /**
   * The payload as it can be kept: in UTF-8, as RFC 8259 wants it between systems, and without the
   * character that no database keeps.
   */
  private static String text(byte[] data) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
    if (text.indexOf('\0') >= 0 || text.contains("\\u0000")) {
      throw new MalformedInputException(1);
    }
    return text;
  }

  /** The record as a payload, as the services write it. */
  public static byte[] write(Object payload) {
    try {
      return JSON.writeValueAsBytes(payload);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          payload.getClass().getSimpleName() + " cannot be written as JSON", e);
    }
  }

  private static String place(JsonMappingException failure) {
    StringBuilder place = new StringBuilder();
    for (JsonMappingException.Reference part : failure.getPath()) {
      place.append('/');
      place.append(part.getFieldName() == null ? part.getIndex() : part.getFieldName());
    }
    return place.isEmpty() ? "/" : place.toString();
  }
}
