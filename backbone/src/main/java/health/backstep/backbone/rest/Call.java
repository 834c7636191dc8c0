package health.backstep.backbone.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.TraceParent;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.tenancy.ErasedPatients;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One REST call: in the caller's tenant, in one transaction, once for each idempotency key. */
@RequestScoped
public class Call {

  /** The header that tells a repeated answer from a first one. */
  public static final String REPLAYED = "Idempotency-Replayed";

  private static final int LONGEST_KEY = 255;

  private final TenantTransaction transaction;
  private final ErasedPatients erased;
  private final IdempotencyKeys keys;
  private final Fingerprints fingerprints;
  private final ObjectMapper json;
  private final Caller caller;
  private final HttpHeaders headers;
  private final UriInfo uri;
  private final Request http;
  private @Nullable Cause cause;

  Call(
      TenantTransaction transaction,
      ErasedPatients erased,
      IdempotencyKeys keys,
      Fingerprints fingerprints,
      ObjectMapper json,
      Caller caller,
      HttpHeaders headers,
      UriInfo uri,
      Request http) {
    this.transaction = transaction;
    this.erased = erased;
    this.keys = keys;
    this.fingerprints = fingerprints;
    this.json = json;
    this.caller = caller;
    this.headers = headers;
    this.uri = uri;
    this.http = http;
  }

  /** Reads in the caller's tenant. */
  public <T> T read(Supplier<T> work) {
    return transaction.call(caller.tenant(), work);
  }

  /**
   * Writes in the caller's tenant. A repeated key answers what was answered first, with {@value
   * #REPLAYED}, and writes nothing. Only an answer that was given is kept: a refused or failed
   * request leaves its key free.
   */
  public Response write(Object request, Supplier<Answer> work) {
    Optional<IdempotencyKeys.Use> use = key().map(key -> use(key, request));
    return transaction.call(
        caller.tenant(),
        () -> {
          refuseErased();
          return use.map(known -> once(known, work)).orElseGet(() -> answer(work.get()));
        });
  }

  /** The patient whom the address names is not erased while the call writes. */
  private void refuseErased() {
    String patient = uri.getPathParameters().getFirst("patientId");
    if (patient != null && erased.include(UUID.fromString(patient))) {
      throw ProblemException.unknownPatient();
    }
  }

  /**
   * Writes in parts, each in a transaction of its own; a repeated key answers what was answered
   * first, and no part is looked at again.
   *
   * @param lasting whether the answer may be remembered: not when a part can still come right
   */
  public Response writeInParts(Object request, Supplier<Answer> work, Predicate<Answer> lasting) {
    Optional<IdempotencyKeys.Use> use = key().map(key -> use(key, request));
    Optional<IdempotencyKeys.Stored> known = use.flatMap(key -> read(() -> keys.find(key)));
    if (known.isPresent()) {
      return replay(known.get());
    }
    Answer answer = work.get();
    return use.filter(key -> lasting.test(answer))
        .map(key -> read(() -> once(key, () -> answer)))
        .orElseGet(() -> answer(answer));
  }

  /**
   * One part of a call, in the running transaction: written as if the operation had been called by
   * itself with that key.
   *
   * @param operation method and path, such as {@code POST /v1/patients}
   */
  public Response writePart(String key, String operation, Object request, Supplier<Answer> work) {
    return once(
        new IdempotencyKeys.Use(
            caller.tenant().name(), caller.subject(), key, fingerprints.of(operation, request)),
        work);
  }

  /** What the call's events come from: one request, in the running trace. */
  public Cause cause() {
    if (cause == null) {
      cause = Cause.request(Uuid7.next(), TraceParent.current().orElse(null));
    }
    return cause;
  }

  /**
   * Refuses the change of a thing that is not as the caller last saw it.
   *
   * @throws ProblemException 428 without {@code If-Match}, 412 with a stale one
   */
  public void requireMatch(long current) {
    String match = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (match == null) {
      throw new ProblemException(
          428, "IF_MATCH_REQUIRED", "Send If-Match with the ETag of your last read.", List.of());
    }
    if (!match.equals("*") && !match.equals(etag(current))) {
      throw new ProblemException(
          412, "STALE", "It has changed since your last read; read it again.", List.of());
    }
  }

  /** The {@code ETag} of a version. */
  public static String etag(long version) {
    return '"' + Long.toString(version) + '"';
  }

  private Response once(IdempotencyKeys.Use use, Supplier<Answer> work) {
    return keys.takeOrFind(use).map(Call::replay).orElseGet(() -> first(use, work));
  }

  private static Response replay(IdempotencyKeys.Stored stored) {
    if (!stored.sameRequest()) {
      throw new ProblemException(
          422,
          "IDEMPOTENCY_KEY_REUSED",
          "This key was used for another request; use a new one.",
          List.of());
    }
    Response first = response(stored.status(), stored.body(), stored.location(), stored.etag());
    return Response.fromResponse(first).header(REPLAYED, true).build();
  }

  private Response first(IdempotencyKeys.Use use, Supplier<Answer> work) {
    Answer answer = work.get();
    String body = write(answer.body());
    keys.store(use, answer.status(), body, location(answer), etag(answer));
    return response(answer.status(), body, location(answer), etag(answer));
  }

  /** An answer as it goes out. */
  public Response answer(Answer answer) {
    return response(answer.status(), write(answer.body()), location(answer), etag(answer));
  }

  private static Response response(
      int status, String body, @Nullable String location, @Nullable String etag) {
    return Response.status(status)
        .type("application/json")
        .header(HttpHeaders.LOCATION, location)
        .header(HttpHeaders.ETAG, etag)
        .entity(body)
        .build();
  }

  private static @Nullable String location(Answer answer) {
    return answer.location() == null ? null : answer.location().toString();
  }

  private static @Nullable String etag(Answer answer) {
    return answer.version() == null ? null : etag(answer.version());
  }

  private Optional<String> key() {
    String key = headers.getHeaderString("Idempotency-Key");
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw new ProblemException(
          400, "IDEMPOTENCY_KEY_INVALID", "The key has 1 to 255 characters.", List.of());
    }
    return Optional.ofNullable(key);
  }

  private IdempotencyKeys.Use use(String key, Object request) {
    String operation = http.getMethod() + " " + uri.getPath();
    return new IdempotencyKeys.Use(
        caller.tenant().name(), caller.subject(), key, fingerprints.of(operation, request));
  }

  private String write(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the answer could not be written as JSON", e);
    }
  }
}
