package health.backstep.backbone.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it goes out and as it is kept for repetitions.
 *
 * @param body JSON
 */
record WrittenAnswer(int status, String body, @Nullable String location, @Nullable String etag) {

  static WrittenAnswer of(Answer answer, ObjectMapper json) {
    try {
      return new WrittenAnswer(
          answer.status(),
          json.writeValueAsString(answer.body()),
          answer.location() == null ? null : answer.location().toString(),
          answer.version() == null ? null : EntityTags.of(answer.version()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the answer could not be written as JSON", e);
    }
  }

  Response toResponse() {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.LOCATION, location)
        .header(HttpHeaders.ETAG, etag)
        .entity(body)
        .build();
  }
}
