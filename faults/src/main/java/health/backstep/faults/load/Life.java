package health.backstep.faults.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * One patient after the other: registered, cleared, assessed, and then whatever the seed chooses,
 * until the time is over. The pace is waited for before each request that the patient makes.
 */
final class Life implements Runnable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEEDS_OF_A_LIFE = 150;
  private static final int PRECONDITION_FAILED = 412;
  private static final int OK = 200;

  private final String tenant;
  private final App app;
  private final Requests requests;
  private final RandomGenerator random;
  private final BooleanSupplier goesOn;
  private final Clock clock;

  /**
   * @param goesOn waits until the next request is due; false when the time is over
   */
  Life(String tenant, App app, RandomGenerator random, BooleanSupplier goesOn, Clock clock) {
    this.tenant = tenant;
    this.app = app;
    this.requests = new Requests(random);
    this.random = random;
    this.goesOn = goesOn;
    this.clock = clock;
  }

  @Override
  public void run() {
    while (goesOn.getAsBoolean()) {
      registered().ifPresent(this::live);
    }
  }

  private Optional<Person> registered() {
    return app.write(requests.registration(tenant))
        .filter(Attempt.Answer::isAccepted)
        .map(
            answer ->
                new Person(
                    tenant,
                    UUID.fromString(read(answer).path("patientId").asText()),
                    answer.etag().orElse("*"),
                    clock));
  }

  private void live(Person person) {
    write(person, requests.clearance(person, true));
    write(person, requests.assessment(person));
    for (int deed = 0; deed < DEEDS_OF_A_LIFE && goesOn.getAsBoolean(); deed++) {
      if (person.hasExercises()) {
        act(person, Deed.next(random));
      } else {
        waitForPlan(person);
      }
    }
  }

  /** Without exercises there is nothing to do but to ask; in the end the clinician clears again. */
  private void waitForPlan(Person person) {
    readPlan(person);
    String status = person.plan().path("status").asText();
    boolean closed = status.equals("WITHHELD") || status.equals("SUSPENDED");
    if (closed && random.nextInt(3) == 0) {
      write(person, requests.clearance(person, true));
    }
  }

  private void act(Person person, Deed deed) {
    switch (deed) {
      case GREEN_SESSION -> write(person, requests.session(person, false));
      case PAINFUL_SESSION -> {
        write(person, requests.session(person, true));
        readPlan(person);
      }
      case CHECK_IN -> write(person, requests.checkIn(person));
      case FLARE -> write(person, requests.flare(person));
      case ASSESSMENT -> write(person, requests.assessment(person));
      case WITHHELD -> write(person, requests.clearance(person, false));
      case RED_FLAG -> write(person, requests.redFlag(person));
      case CHANGED_CIRCUMSTANCES -> change(person);
      case PLAN_READ -> readPlan(person);
      case REPEATED_REQUEST -> app.repeatSomething();
    }
  }

  private void change(Person person) {
    app.write(requests.changedCircumstances(person))
        .flatMap(
            answer ->
                answer.status() == PRECONDITION_FAILED
                    ? app.read(requests.patient(person)).flatMap(Attempt.Answer::etag)
                    : answer.etag())
        .ifPresent(person::etag);
  }

  private void readPlan(Person person) {
    app.read(requests.plan(person))
        .filter(answer -> answer.status() == OK)
        .ifPresent(answer -> person.plan(read(answer)));
    boolean held = person.plan().path("status").asText().equals("IN_REVIEW");
    if (held && random.nextBoolean()) {
      write(person, requests.review(person));
    }
  }

  private void write(Person person, Ask ask) {
    app.write(ask)
        .filter(Attempt.Answer::isAccepted)
        .ifPresent(answer -> person.accepted(read(answer)));
  }

  private static JsonNode read(Attempt.Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a service answered what is no JSON", e);
    }
  }
}
