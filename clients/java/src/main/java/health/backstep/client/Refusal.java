package health.backstep.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;

/**
 * Why a call was refused, read from the problem document in an {@link ApiException}.
 *
 * @param status HTTP status
 * @param code stable; programs decide by it
 * @param detail what is wrong and what to do
 * @param errors what is wrong, field by field; often none
 * @param traceId what to quote to the people who run Backstep
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Refusal(int status, String code, String detail, List<Fault> errors, String traceId) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A refusal without faults has none, and not null. */
  public Refusal {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }

  /**
   * What is wrong with one field.
   *
   * @param pointer JSON pointer into the request
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Fault(String pointer, String code, String message) {}

  /** Empty when the answer was no problem document, because it came from something on the way. */
  public static Optional<Refusal> of(ApiException failure) {
    if (failure.getResponseBody() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(failure.getResponseBody(), Refusal.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
