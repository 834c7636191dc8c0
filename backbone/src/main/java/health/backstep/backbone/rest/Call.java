package health.backstep.backbone.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.audit.AuditTrail;
import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.TraceParent;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.problem.Problem;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.tenancy.ErasedPatients;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One REST call: in the caller's tenant, in one transaction, once for each idempotency key. */
@RequestScoped
public class Call {

  private static final int ATTEMPTS = 5;

  private final TenantTransaction transaction;
  private final Repetitions repetitions;
  private final ErasedPatients erased;
  private final AuditTrail audit;
  private final ObjectMapper json;
  private final Caller caller;
  private final HttpHeaders headers;
  private final UriInfo uri;
  private @Nullable Cause cause;
  private boolean inParts;

  Call(
      TenantTransaction transaction,
      Repetitions repetitions,
      ErasedPatients erased,
      AuditTrail audit,
      ObjectMapper json,
      Caller caller,
      HttpHeaders headers,
      UriInfo uri) {
    this.transaction = transaction;
    this.repetitions = repetitions;
    this.erased = erased;
    this.audit = audit;
    this.json = json;
    this.caller = caller;
    this.headers = headers;
    this.uri = uri;
  }

  /** Reads in the caller's tenant; what is not a {@code GET} is noted in the audit log with it. */
  public <T> T read(Supplier<T> work) {
    return transaction.call(
        caller.tenant(),
        () -> {
          T result = work.get();
          if (!inParts) {
            audit.wrote(result);
          }
          return result;
        });
  }

  /** Tells the audit log about whom the call is, where its address does not name the patient. */
  public void about(UUID patientId) {
    audit.about(patientId);
  }

  /**
   * Writes in the caller's tenant. A repeated key answers what was answered first, with {@value
   * Repetitions#REPLAYED}, and writes nothing. Only an answer that was given is kept: a refused or
   * failed request leaves its key free.
   */
  public Response write(Object request, Supplier<Answer> work) {
    Optional<IdempotencyKeys.Use> key = repetitions.keyOf(request);
    return againWhenOvertaken(
        () ->
            read(
                () -> {
                  refuseErased();
                  return key.map(known -> repetitions.once(known, work))
                      .orElseGet(() -> answer(work.get()));
                }));
  }

  /**
   * That another call was first is no reason to refuse this one: it is done anew, on what is there
   * now, and refused then if it was about what was there before.
   */
  private static <T> T againWhenOvertaken(Supplier<T> attempt) {
    for (int each = 1; each < ATTEMPTS; each++) {
      try {
        return attempt.get();
      } catch (RuntimeException failure) {
        if (!DatabaseFailure.isOvertaken(failure)) {
          throw failure;
        }
      }
    }
    return attempt.get();
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
    inParts = true;
    Optional<IdempotencyKeys.Use> key = repetitions.keyOf(request);
    return key.flatMap(known -> read(() -> repetitions.find(known)))
        .orElseGet(
            () -> {
              Answer answer = work.get();
              return key.filter(taken -> lasting.test(answer))
                  .map(taken -> read(() -> repetitions.once(taken, () -> answer)))
                  .orElseGet(() -> answer(answer));
            });
  }

  /**
   * One part of a call, in the running transaction: written as if the operation had been called by
   * itself with that key.
   *
   * @param operation method and path, such as {@code POST /v1/patients}
   */
  public Response writePart(String key, String operation, Object request, Supplier<Answer> work) {
    Response answer = repetitions.once(repetitions.use(key, operation, request), work);
    audit.wrotePart(answer);
    return answer;
  }

  /** Notes that a part of the call was refused, which is about that patient. */
  public void refusedPart(UUID patientId, Problem problem) {
    audit.refusedPart(patientId, problem.status(), problem.code());
  }

  /** An answer as it goes out. */
  public Response answer(Answer answer) {
    return WrittenAnswer.of(answer, json).toResponse();
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
    EntityTags.requireMatch(headers, current);
  }

  /** The {@code ETag} of a version. */
  public static String etag(long version) {
    return EntityTags.of(version);
  }
}
