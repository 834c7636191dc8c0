package health.backstep.backbone.audit;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.AfterCommit;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Notes what the running call wrote, in the transaction that writes it: one is not there without
 * the other. All other lines are made when the answer goes out.
 */
@ApplicationScoped
public class AuditTrail {

  private static final int OK = 200;
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final CurrentVertxRequest current;
  private final DataSource dataSource;
  private final AfterCommit afterCommit;
  private final Backlog backlog;
  private final Clock clock;

  AuditTrail(
      CurrentVertxRequest current,
      DataSource dataSource,
      AfterCommit afterCommit,
      Backlog backlog,
      Clock clock) {
    this.current = current;
    this.dataSource = dataSource;
    this.afterCommit = afterCommit;
    this.backlog = backlog;
    this.clock = clock;
  }

  /** Tells about whom the running call is, where its address does not. */
  public void about(UUID patientId) {
    running().ifPresent(call -> call.patient(patientId));
  }

  /**
   * Notes what the running call has written, unless it only reads.
   *
   * @param answer as the resource gives it
   */
  public void wrote(@Nullable Object answer) {
    if (isWriting()) {
      running()
          .ifPresent(
              call -> {
                append(call, answer);
                afterCommit.run(call::stored);
              });
    }
  }

  /**
   * The line of what the running call, or a part of it, writes, for a statement that stores both.
   *
   * @param location what is made; null when the address of the call names it
   */
  public Optional<WrittenLine> line(int status, @Nullable URI location) {
    return running()
        .map(
            call -> {
              AuditObject object = location == null ? call.object() : AuditObject.at(location);
              return WrittenLine.of(call.line(clock.instant(), status, null, object));
            });
  }

  /** The line of the whole call has been stored by such a statement. */
  public void stored() {
    running().ifPresent(AuditedCall::stored);
  }

  /** Notes a part of the running call, such as an item of a batch. */
  public void wrotePart(Response answer) {
    running().ifPresent(call -> append(call, answer));
  }

  /** Notes that a part of the running call was refused. */
  public void refusedPart(UUID patientId, int status, String code) {
    AuditObject whose = new AuditObject(null, null, patientId);
    running().ifPresent(call -> backlog.add(call.line(clock.instant(), status, code, whose)));
  }

  private Optional<AuditedCall> running() {
    return AuditedCall.of(current.getCurrent());
  }

  private boolean isWriting() {
    return current.getCurrent() != null
        && !READING.contains(current.getCurrent().request().method());
  }

  private void append(AuditedCall call, @Nullable Object answer) {
    int status = answer instanceof Response response ? response.getStatus() : OK;
    try (Connection connection = dataSource.getConnection()) {
      UnlinkedLines.add(connection, call.line(clock.instant(), status, null, object(call, answer)));
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /** What was made is named by its location; anything else by the address of the call. */
  private static AuditObject object(AuditedCall call, @Nullable Object answer) {
    return Optional.ofNullable(answer)
        .filter(Response.class::isInstance)
        .map(response -> ((Response) response).getHeaderString(HttpHeaders.LOCATION))
        .map(location -> AuditObject.at(URI.create(location)))
        .orElseGet(call::object);
  }
}
