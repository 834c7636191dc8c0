package health.backstep.backbone.openapi;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Which errors a call can answer because of what it is, whatever it does. */
final class CommonCodes {

  private static final List<String> OF_BODIES =
      List.of(
          "BODY_MISSING",
          "MALFORMED_JSON",
          "UNKNOWN_FIELD",
          "UNKNOWN_VALUE",
          "WRONG_TYPE",
          "TEXT_UNREADABLE");

  private CommonCodes() {}

  /** By status, in its order. */
  static SortedMap<Integer, List<String>> of(String path, HttpMethod method, Operation call) {
    SortedMap<Integer, List<String>> codes = new TreeMap<>();
    codes.put(401, List.of("UNAUTHENTICATED"));
    codes.put(403, List.of("SCOPE_MISSING", "TENANT_MISSING", "CLIENT_SUSPENDED"));
    codes.put(429, List.of("RATE_LIMITED", "TOO_MANY_WAITING"));
    codes.put(500, List.of("INTERNAL_ERROR"));
    codes.put(503, List.of("TEMPORARILY_UNAVAILABLE", "OVERLOADED"));
    if (path.contains("{patientId}")) {
      codes.put(404, List.of("PATIENT_NOT_FOUND", "NOT_FOUND"));
    } else if (path.contains("Id}")) {
      codes.put(404, List.of("NOT_FOUND"));
    }
    if (call.getRequestBody() != null) {
      codes.put(400, OF_BODIES);
      codes.put(413, List.of("BODY_TOO_LARGE"));
      codes.put(415, List.of("UNSUPPORTED_MEDIA_TYPE"));
      codes.put(422, List.of("INVALID_REQUEST"));
    }
    if (isPaged(call)) {
      codes.put(400, List.of("LIMIT_OUT_OF_RANGE", "CURSOR_UNKNOWN"));
    }
    if (parameters(call).anyMatch(CommonCodes::isWholeNumber)) {
      codes.merge(400, List.of("BAD_REQUEST"), CommonCodes::both);
    }
    if (parameters(call).anyMatch(parameter -> "wait".equals(parameter.getName()))) {
      codes.merge(400, List.of("WAIT_MALFORMED"), CommonCodes::both);
    }
    if (takesKey(method, call)) {
      codes.merge(400, List.of("IDEMPOTENCY_KEY_INVALID"), CommonCodes::both);
      codes.merge(422, List.of("IDEMPOTENCY_KEY_REUSED"), CommonCodes::both);
    }
    if (method == HttpMethod.PUT) {
      codes.put(412, List.of("STALE"));
      codes.put(428, List.of("IF_MATCH_REQUIRED"));
    }
    return codes;
  }

  /** Whatever makes something new can be repeated with the same key. */
  static boolean takesKey(HttpMethod method, Operation call) {
    return method == HttpMethod.POST
        && List.of("201", "202").stream().anyMatch(call.getResponses()::hasAPIResponse);
  }

  private static boolean isPaged(Operation call) {
    return parameters(call)
        .map(Parameter::getName)
        .toList()
        .containsAll(List.of("limit", "cursor"));
  }

  private static boolean isWholeNumber(Parameter parameter) {
    return parameter.getSchema() != null
        && Schemas.orEmpty(parameter.getSchema().getType()).contains(SchemaType.INTEGER);
  }

  private static Stream<Parameter> parameters(Operation call) {
    return Schemas.orEmpty(call.getParameters()).stream();
  }

  static List<String> both(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  /** Statuses that mean the same for every call and are said once. */
  static final Map<Integer, String> SAID_ONCE =
      Map.of(
          401, "Unauthenticated",
          403, "Forbidden",
          412, "Stale",
          413, "BodyTooLarge",
          415, "UnsupportedMediaType",
          428, "IfMatchRequired",
          429, "TooManyRequests",
          500, "InternalError",
          503, "Unavailable");
}
