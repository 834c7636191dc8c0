package health.backstep.faults.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import health.backstep.faults.nemesis.Probe;
import java.time.Clock;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * One more patient, who asks for something that goes through the whole platform: an assessment, the
 * plan that has taken it in, and a check-in. A request without an answer is repeated with its key.
 */
final class Prober implements Probe {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  private final Gateway gateway;
  private final Requests requests;
  private final String tenant;
  private final Clock clock;
  private Optional<Person> person = Optional.empty();
  private Optional<Ask> open = Optional.empty();
  private int instance;

  Prober(Gateway gateway, long seed, String tenant, Clock clock) {
    this.gateway = gateway;
    this.requests = new Requests(new SplittableRandom(seed));
    this.tenant = tenant;
    this.clock = clock;
  }

  @Override
  public synchronized boolean works() {
    instance++;
    if (person.isEmpty()) {
      person = written(requests.registration(tenant)).map(this::enrolled);
    }
    return person.filter(this::goesThrough).isPresent();
  }

  private Person enrolled(JsonNode answer) {
    return new Person(tenant, UUID.fromString(answer.path("patientId").asText()), "*", clock);
  }

  private boolean goesThrough(Person patient) {
    Optional<JsonNode> assessed = written(requests.assessment(patient));
    assessed.ifPresent(patient::accepted);
    return assessed.isPresent()
        && gateway
            .send(requests.plan(patient), instance)
            .filter(answer -> answer.status() == OK)
            .isPresent()
        && written(requests.checkIn(patient)).isPresent();
  }

  /** What is still open goes first; its success is no success of the new one. */
  private Optional<JsonNode> written(Ask next) {
    Ask ask = open.orElse(next);
    Optional<Attempt.Answer> answer = gateway.send(ask, instance);
    boolean isFinal = answer.filter(one -> one.status() < SERVER_ERROR).isPresent();
    boolean isOfBefore = open.isPresent();
    open = isFinal ? Optional.empty() : Optional.of(ask);
    return isOfBefore && !ask.operation().equals("POST patients")
        ? Optional.empty()
        : answer.filter(Attempt.Answer::isAccepted).map(Prober::read);
  }

  private static JsonNode read(Attempt.Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
