package health.backstep.security.fuzz.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.security.fuzz.Oddities;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The records of a seed, in lives of ten: a stranger is registered, cleared and assessed, as far as
 * nothing is spoilt, and then anything comes, most of it spoilt.
 */
public final class Events {

  /** What is said of a record about somebody else's patient. */
  public static final String FOREIGN = "another tenant";

  /** So many records tell of one stranger. */
  public static final int OF_A_LIFE = 10;

  private static final List<String> FIRST =
      List.of(
          "pt.profile.patient-recorded.v1",
          "pt.profile.clearance-changed.v1",
          "pt.profile.assessment-completed.v1");

  /** Whose sources have sent something about every patient of ours. */
  private static final List<String> TAKEN_BY_ALL =
      List.of(
          "pt.profile.clearance-changed.v1",
          "pt.profile.assessment-completed.v1",
          "pt.session.session-recorded.v1",
          "pt.session.red-flag-raised.v1",
          "pt.plan.plan-suspended.v1");

  private static final Instant BEGIN = Instant.parse("2026-11-01T08:00:00Z");
  private static final int SECONDS_OF_A_LIFE = 86_400;

  private final Examples examples;
  private final long seed;
  private final String tenant;

  /**
   * @param tenant whose patients the strangers say they are
   */
  public Events(Examples examples, long seed, String tenant) {
    this.examples = examples;
    this.seed = seed;
    this.tenant = tenant;
  }

  /** The records of one life, in their order. */
  public List<Event> life(long number) {
    RandomGenerator random = new SplittableRandom(new SplittableRandom(~seed).nextLong() + number);
    UUID patient = uuid(random);
    Map<String, Long> sequences = new HashMap<>();
    List<Event> events = new ArrayList<>();
    for (int at = 0; at < OF_A_LIFE; at++) {
      Instant time = BEGIN.plusSeconds((long) at * SECONDS_OF_A_LIFE);
      Stranger stranger = new Stranger(patient, tenant, time);
      String type = at < FIRST.size() ? FIRST.get(at) : any(examples.types(), random);
      long sequence = sequences.getOrDefault(source(type), 0L) + 1;
      Event event = event(number * OF_A_LIFE + at, type, stranger, sequence, random);
      if (random.nextInt(10) < (at < FIRST.size() ? 1 : 8)) {
        spoil(event, random);
      }
      if (event.keepsItsPlace) {
        sequences.put(source(type), sequence);
      }
      events.add(event);
    }
    return events;
  }

  /**
   * Records about somebody whom a service did make, which every reader has to refuse: of another
   * tenant, with a number that was taken before, and with a broken head.
   *
   * @param number that of the first one
   */
  public List<Event> against(long number, UUID patient, String foreignTenant) {
    RandomGenerator random = new SplittableRandom(new SplittableRandom(~seed).nextLong() - number);
    Event foreign = about(number, patient, foreignTenant, 2, random);
    foreign.say(FOREIGN);
    Event known = about(number + 1, patient, tenant, 1, random);
    known.say("a number that was taken before");
    Event broken = about(number + 2, patient, tenant, 1_000, random);
    broken.put("ce_specversion", Oddities.text(random));
    broken.say("an odd ce_specversion");
    return List.of(foreign, known, broken);
  }

  private Event about(
      long number, UUID patient, String itsTenant, long sequence, RandomGenerator random) {
    Stranger stranger = new Stranger(patient, itsTenant, BEGIN);
    return event(number, any(TAKEN_BY_ALL, random), stranger, sequence, random);
  }

  private Event event(
      long number, String type, Stranger stranger, long sequence, RandomGenerator random) {
    JsonNode payload = examples.any(type, random);
    if (payload instanceof ObjectNode object && object.has("patientId")) {
      object.put("patientId", stranger.patient().toString());
    }
    return new Event(
        number,
        type,
        stranger,
        sequence,
        uuid(random),
        payload.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void spoil(Event event, RandomGenerator random) {
    int roll = random.nextInt(10);
    if (roll < 6) {
      JsonNode whole = examples.any(event.type, random);
      if (whole instanceof ObjectNode object && object.has("patientId")) {
        object.put("patientId", event.header("ce_subject"));
      }
      Oddities.Spoilt spoilt = Oddities.spoilt(whole, random);
      event.value = spoilt.json();
      event.say(spoilt.how());
    } else if (roll < 9) {
      EnvelopeMutations.change(event, random);
    } else {
      EnvelopeMutations.replaceValue(event, random);
    }
  }

  private static String source(String type) {
    return type.split("\\.", 3)[1];
  }

  private static UUID uuid(RandomGenerator random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return UUID.nameUUIDFromBytes(bytes);
  }

  private static <T> T any(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }
}
