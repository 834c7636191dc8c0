package health.backstep.security.fuzz.events;

import health.backstep.security.fuzz.Oddities;
import java.util.List;
import java.util.random.RandomGenerator;

/** What can be wrong around a payload. */
final class EnvelopeMutations {

  private static final List<String> SEQUENCES =
      List.of(
          "0",
          "-1",
          "1",
          "2",
          "9",
          "10001",
          "9999999",
          "9223372036854775807",
          "9223372036854775808",
          "1.0",
          "01",
          " 1",
          "next",
          "");
  private static final List<String> TYPES =
      List.of(
          "pt.session.pain-flare-reported.v2",
          "pt.plan.patient-erased.v1",
          "pt.profile.patient-erased.v1",
          "pt.profile.assessment-completed.v1",
          "x",
          "",
          "a b",
          "pt.session.session-recorded.v1\0",
          "t".repeat(500));
  private static final int LARGE = 900_000;
  private static final int OVER_OUR_LIMIT = 600_000;

  private EnvelopeMutations() {}

  /** Changes something, and says what. */
  static void change(Event event, RandomGenerator random) {
    event.keepsItsPlace = false;
    String name = event.names().get(random.nextInt(event.names().size()));
    switch (random.nextInt(12)) {
      case 0 -> {
        event.headers.remove(name);
        event.say("no " + name);
      }
      case 1 -> {
        event.put(name, Oddities.text(random));
        event.say("an odd " + name);
      }
      case 2 -> {
        event.headers.put(name, null);
        event.say(name + " without a value");
      }
      case 3 -> {
        event.headers.put(name, bytes(random, 40));
        event.say(name + " of chance");
      }
      case 4 -> {
        event.put("ce_sequence", any(SEQUENCES, random));
        event.say("another sequence");
      }
      case 5 -> {
        event.put("ce_time", Oddities.time(random));
        event.say("an odd time");
      }
      case 6 -> {
        event.put("ce_type", any(TYPES, random));
        event.say("another type");
      }
      case 7 -> {
        event.put("ce_tenant", any(List.of("kestrel", "heron2", "", "../x", "HERON"), random));
        event.say("another tenant");
      }
      case 8 -> {
        event.put(
            any(List.of("ce_id", "ce_subject", "ce_causationid", "ce_correlationid"), random),
            Oddities.id(random));
        event.say("an odd id");
      }
      case 9 -> {
        event.key = any(List.of(new byte[0], bytes(random, 16), Event.utf8("7")), random);
        event.say("another key");
      }
      case 10 -> {
        event.put(
            any(List.of("ce_dataschema", "ce_traceparent", "content-type", "dlq_replay"), random),
            Oddities.text(random));
        event.say("odd more");
      }
      default -> {
        event.headers.clear();
        event.say("no headers");
      }
    }
  }

  /** A value that is no payload at all. */
  static void replaceValue(Event event, RandomGenerator random) {
    switch (random.nextInt(6)) {
      case 0 -> event.value = null;
      case 1 -> event.value = new byte[0];
      case 2 -> event.value = bytes(random, 2_000);
      case 3 -> event.value = Event.utf8("[".repeat(random.nextInt(1, 100_000)));
      case 4 -> event.value = bytes(random, LARGE);
      default -> event.value = Event.utf8("\"" + "x".repeat(OVER_OUR_LIMIT) + "\"");
    }
    event.say("no payload");
  }

  private static byte[] bytes(RandomGenerator random, int most) {
    byte[] made = new byte[random.nextInt(1, most)];
    random.nextBytes(made);
    return made;
  }

  private static <T> T any(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }
}
