package health.backstep.plan.simulation.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.problem.Violations;
import health.backstep.simulation.Place;
import health.backstep.simulation.wire.HistoryEntry;
import health.backstep.simulation.wire.SimulationRequest;
import health.backstep.wire.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds a request to the constraints of the services' own bodies. The entries of a history are
 * looked at one by one, so that a fault's place is the one in the request.
 */
@ApplicationScoped
class RequestCheck {

  private final Validator validator;

  RequestCheck(Validator validator) {
    this.validator = validator;
  }

  /**
   * Lets a valid request pass.
   *
   * @throws ProblemException 422 naming all faults, each by its place
   */
  void check(SimulationRequest request) {
    List<Fault> faults = new ArrayList<>(Violations.faults(validator.validate(request)));
    List<HistoryEntry> history = request.history() == null ? List.of() : request.history();
    for (int i = 0; i < history.size(); i++) {
      String place = Place.history(i).pointer();
      faults(history.get(i)).map(fault -> fault.within(place)).forEach(faults::add);
    }
    if (!faults.isEmpty()) {
      throw Violations.refused(faults);
    }
  }

  private Stream<Fault> faults(HistoryEntry entry) {
    return switch (entry) {
      case null -> Stream.empty();
      case HistoryEntry.Unclear unclear -> Stream.of(unclear.fault());
      default ->
          Stream.concat(
              Violations.faults(validator.validate(entry)).stream(),
              Violations.faults(validator.validate(entry.body())).stream());
    };
  }
}
