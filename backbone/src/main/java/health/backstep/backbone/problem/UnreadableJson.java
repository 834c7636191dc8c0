package health.backstep.backbone.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import health.backstep.wire.Fault;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says where a body cannot be read, and why, without quoting it. */
final class UnreadableJson {

  private static final Fault MALFORMED =
      new Fault("", "MALFORMED_JSON", "The body is not well-formed JSON, or names a field twice.");

  private UnreadableJson() {}

  static Response answer(JacksonException failure, UriInfo uri) {
    Fault fault = fault(failure);
    return ProblemAnswer.of(400, fault.code(), "The body cannot be read.", List.of(fault), uri);
  }

  /** The bytes are of no encoding that JSON may have. */
  static Response malformed(UriInfo uri) {
    return ProblemAnswer.of(
        400, MALFORMED.code(), "The body cannot be read.", List.of(MALFORMED), uri);
  }

  private static Fault fault(JacksonException failure) {
    return switch (failure) {
      case UnrecognizedPropertyException unknown ->
          at(unknown, "UNKNOWN_FIELD", "There is no such field here.");
      case InvalidFormatException wrong when wrong.getTargetType().isEnum() ->
          at(wrong, "UNKNOWN_VALUE", "Must be one of " + names(wrong.getTargetType()) + ".");
      case JsonMappingException wrong ->
          at(wrong, "WRONG_TYPE", "The value is not of the type that this field takes.");
      default -> MALFORMED;
    };
  }

  private static Fault at(JsonMappingException failure, String code, String message) {
    return new Fault(JsonPointer.of(failure.getPath()), code, message);
  }

  private static String names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }
}
