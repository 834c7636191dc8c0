package health.backstep.session.workout.edge;

import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Caller;
import health.backstep.backbone.rest.KeptAnswer;
import health.backstep.backbone.rest.OneStatement;
import health.backstep.backbone.tenancy.Sandbox;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.session.workout.edge.Grounds.Place;
import health.backstep.session.workout.edge.SessionStatement.Outcome;
import health.backstep.session.workout.wire.SessionRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The hot path: a session that needs nothing but itself is recorded by one statement. Whatever is
 * out of the ordinary (a repeated key, a refusal, a flare, a sandbox) takes the plain way, which
 * this one has to equal in what it stores, tells and answers.
 */
@ApplicationScoped
public class RecordingAtOnce {

  /** On what is remembered, on what is read then, and once more where others were faster. */
  private static final int ATTEMPTS = 3;

  private final Call call;
  private final Caller caller;
  private final OneStatement one;
  private final Sandbox sandbox;
  private final Grounds grounds;
  private final WorkingOutSession working;
  private final SessionStatement statement;

  RecordingAtOnce(
      Call call,
      Caller caller,
      OneStatement one,
      Sandbox sandbox,
      Grounds grounds,
      WorkingOutSession working,
      SessionStatement statement) {
    this.call = call;
    this.caller = caller;
    this.one = one;
    this.sandbox = sandbox;
    this.grounds = grounds;
    this.working = working;
    this.statement = statement;
  }

  /** The answer; empty when the plain way is to be taken, and then nothing was written. */
  Optional<Response> record(UUID patientId, SessionRequest request) {
    Tenant tenant = caller.tenant();
    if (sandbox.is(tenant)) {
      return Optional.empty();
    }
    Place place = new Place(tenant, patientId, request.planVersion());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<SessionAtOnce> session =
          grounds.find(place).flatMap(ground -> working.on(ground, place, request, call.cause()));
      if (session.isEmpty()) {
        return Optional.empty();
      }
      KeptAnswer kept = one.keep(request, session.get().answer().created(patientId));
      Outcome outcome = store(session.get(), kept);
      if (outcome == Outcome.RECORDED) {
        return Optional.of(one.done(kept));
      }
      if (outcome != Outcome.CHANGED) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Outcome store(SessionAtOnce session, KeptAnswer kept) {
    Outcome outcome =
        statement
            .execute(session.place().tenant(), List.of(session.toRecord(kept, null)))
            .getFirst();
    if (outcome == Outcome.RECORDED) {
      working.recorded(session);
    } else {
      working.notRecorded(session);
    }
    return outcome;
  }
}
