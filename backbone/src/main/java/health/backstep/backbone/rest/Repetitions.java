package health.backstep.backbone.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.IdempotencyKeys.Stored;
import health.backstep.backbone.rest.IdempotencyKeys.Use;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does what has a key once, and answers it again when it is repeated. Works in the running
 * transaction, so that a key is taken when what it stands for is written, and not otherwise.
 */
@RequestScoped
class Repetitions {

  /** The header that tells a repeated answer from a first one. */
  static final String REPLAYED = "Idempotency-Replayed";

  private static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;

  private final IdempotencyKeys keys;
  private final Fingerprints fingerprints;
  private final ObjectMapper json;
  private final Caller caller;
  private final HttpHeaders headers;
  private final UriInfo uri;
  private final Request http;

  Repetitions(
      IdempotencyKeys keys,
      Fingerprints fingerprints,
      ObjectMapper json,
      Caller caller,
      HttpHeaders headers,
      UriInfo uri,
      Request http) {
    this.keys = keys;
    this.fingerprints = fingerprints;
    this.json = json;
    this.caller = caller;
    this.headers = headers;
    this.uri = uri;
    this.http = http;
  }

  /**
   * The key of the running call, as it uses it; empty when it has none.
   *
   * @throws ProblemException 400 when it is too long or blank
   */
  Optional<Use> keyOf(Object request) {
    String key = headers.getHeaderString(KEY);
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw new ProblemException(
          400, "IDEMPOTENCY_KEY_INVALID", "The key has 1 to 255 characters.", List.of());
    }
    String operation = http.getMethod() + " " + uri.getPath();
    return Optional.ofNullable(key).map(given -> use(given, operation, request));
  }

  /** A key as the caller uses it for that operation. */
  Use use(String key, String operation, Object request) {
    return new Use(
        caller.tenant().name(), caller.subject(), key, fingerprints.of(operation, request));
  }

  /** What the key was answered before, without taking a new one. */
  Optional<Response> find(Use key) {
    return keys.find(key).map(Repetitions::replay);
  }

  /**
   * Does the work of a new key, and answers a known one as before.
   *
   * @throws ProblemException 422 when the key stands for another request
   */
  Response once(Use key, Supplier<Answer> work) {
    return keys.takeOrFind(key)
        .map(Repetitions::replay)
        .orElseGet(
            () -> {
              WrittenAnswer first = WrittenAnswer.of(work.get(), json);
              keys.store(key, first);
              return first.toResponse();
            });
  }

  private static Response replay(Stored stored) {
    if (!stored.sameRequest()) {
      throw new ProblemException(
          422,
          "IDEMPOTENCY_KEY_REUSED",
          "This key was used for another request; use a new one.",
          List.of());
    }
    return Response.fromResponse(stored.answer().toResponse()).header(REPLAYED, true).build();
  }
}
