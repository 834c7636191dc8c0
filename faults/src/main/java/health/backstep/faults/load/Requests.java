package health.backstep.faults.load;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.stack.demo.Forms;
import health.backstep.stack.platform.ServiceName;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The requests of a life, each with a key of its own out of the seed. */
final class Requests {

  private static final List<Integer> ODI = List.of(1, 1, 2, 1, 1, 0, 1, 1, 2, 1);
  private static final int[] MINUTES = {10, 15, 20, 30};
  private static final int DAYS_SINCE_ONSET = 25;

  private final RandomGenerator random;

  Requests(RandomGenerator random) {
    this.random = random;
  }

  Ask registration(String tenant) {
    return new Ask(
        tenant,
        null,
        PROFILE,
        "POST patients",
        "/v1/patients",
        key(),
        circumstances().toString(),
        Optional.empty());
  }

  Ask changedCircumstances(Person person) {
    return write(person, PROFILE, "PUT patients", "", circumstances(), Optional.of(person.etag()));
  }

  Ask clearance(Person person, boolean given) {
    ObjectNode form = Forms.clearance().put("status", given ? "CLEARED" : "WITHHELD");
    return write(person, PROFILE, "PUT clearance", "/clearance", form, Optional.of("*"));
  }

  Ask assessment(Person person) {
    OffsetDateTime at = person.later(random);
    int pain = 3 + random.nextInt(3);
    ObjectNode form =
        Forms.assessment(
            at,
            at.toLocalDate().minusDays(DAYS_SINCE_ONSET),
            pain,
            pain + 2,
            "UP_TO_24_HOURS",
            ODI);
    return write(person, PROFILE, "POST assessments", "/assessments", form, Optional.empty());
  }

  Ask session(Person person, boolean painful) {
    OffsetDateTime end = person.later(random);
    ObjectNode form =
        painful
            ? SessionForms.painful(person.plan(), end, random)
            : SessionForms.green(person.plan(), end, random);
    return write(person, SESSION, "POST sessions", "/sessions", form, Optional.empty());
  }

  /** Of any day or of the morning after the last session, calm three times out of four. */
  Ask checkIn(Person person) {
    int pain = random.nextInt(4) == 0 ? 5 + random.nextInt(4) : 1 + random.nextInt(3);
    ObjectNode form = SessionForms.checkIn(person.later(random), pain);
    String of =
        person
            .lastSession()
            .filter(_ -> random.nextBoolean())
            .map(session -> "/sessions/" + session)
            .orElse("");
    return write(person, SESSION, "POST check-ins", of + "/check-ins", form, Optional.empty());
  }

  Ask redFlag(Person person) {
    ObjectNode form = SessionForms.redFlag(person.later(random));
    return write(person, SESSION, "POST check-ins", "/check-ins", form, Optional.empty());
  }

  Ask flare(Person person) {
    ObjectNode form =
        Forms.flare(person.later(random), 4 + random.nextInt(5), 1 + random.nextInt(5), "bridge");
    return write(person, SESSION, "POST flares", "/flares", form, Optional.empty());
  }

  Ask review(Person person) {
    ObjectNode form =
        JsonNodeFactory.instance
            .objectNode()
            .put("decision", "RESUME")
            .put("by", "Dr. Rivera")
            .put("words", "Go on as before.");
    return write(person, PLAN, "POST reviews", "/plan/reviews", form, Optional.empty());
  }

  /** The plan, not before it has taken in what was accepted last. */
  Ask plan(Person person) {
    String after = person.lastEvent().map(id -> "?after=" + id + "&wait=PT2S").orElse("");
    return Ask.read(person, PLAN, "plan", person.path() + "/plan" + after);
  }

  Ask patient(Person person) {
    return Ask.read(person, PROFILE, "patients", person.path());
  }

  private Ask write(
      Person person,
      ServiceName service,
      String operation,
      String below,
      ObjectNode form,
      Optional<String> ifMatch) {
    return new Ask(
        person.tenant(),
        person.id(),
        service,
        operation,
        person.path() + below,
        key(),
        form.toString(),
        ifMatch);
  }

  private ObjectNode circumstances() {
    int minutes = MINUTES[random.nextInt(MINUTES.length)];
    return Forms.patient(1950 + random.nextInt(50), minutes, 2 + random.nextInt(3));
  }

  private String key() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
