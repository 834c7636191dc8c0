package health.backstep.security.authz.run;

import health.backstep.security.authz.Tenants;
import health.backstep.security.authz.Thing;
import health.backstep.stack.process.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What refused calls must leave as it was: the stored things of both tenants, as they are read. */
final class Untouched {

  private static final List<String> READINGS =
      List.of(
          "getPatient",
          "getClearance",
          "listAssessments",
          "listSessions",
          "listFlares",
          "getPain",
          "listPlanVersions",
          "getWebhook",
          "listDeliveries");

  private static final int REST_MILLIS = 1_000;
  private static final long PATIENCE = Duration.ofMinutes(1).toNanos();

  private final World world;
  private final Map<String, String> before;

  private Untouched(World world, Map<String, String> before) {
    this.world = world;
    this.before = before;
  }

  /** Reads everything, as soon as what was done before has come to rest in all services. */
  static Untouched asOfNow(World world) {
    long begun = System.nanoTime();
    Map<String, String> before = read(world);
    Map<String, String> now = before;
    do {
      before = now;
      Pause.of(REST_MILLIS);
      now = read(world);
    } while (!now.equals(before) && System.nanoTime() - begun < PATIENCE);
    return new Untouched(world, now);
  }

  /** What is no longer as it was. */
  List<Difference> differences() {
    Map<String, String> now = read(world);
    return before.entrySet().stream()
        .filter(each -> !now.get(each.getKey()).equals(each.getValue()))
        .map(
            each ->
                new Difference(
                    each.getKey(),
                    "a refused call changed it:\n    %s\n    %s"
                        .formatted(each.getValue(), now.get(each.getKey()))))
        .toList();
  }

  private static Map<String, String> read(World world) {
    Map<String, String> all = new TreeMap<>();
    for (String tenant : Tenants.BOTH) {
      Thing thing = tenant.equals(Tenants.OWN) ? Thing.OWN : Thing.FOREIGN;
      for (String reading : READINGS) {
        Reply reply =
            world.client(tenant).call(reading, world.ids(thing), UUID.randomUUID().toString());
        all.put(tenant + "'s " + reading, essence(reading, reply));
      }
    }
    return all;
  }

  /** Changes are delivered by themselves: only what somebody had sent as a test counts. */
  private static String essence(String reading, Reply reply) {
    return switch (reading) {
      case "getWebhook" -> reply.header("etag");
      case "listDeliveries" -> tests(reply);
      default -> reply.header("etag") + reply.body();
    };
  }

  private static String tests(Reply deliveries) {
    return StreamSupport.stream(deliveries.json().path("items").spliterator(), false)
        .filter(delivery -> delivery.path("type").asText().equals("webhook.test"))
        .map(delivery -> delivery.path("deliveryId").asText())
        .toList()
        .toString();
  }
}
