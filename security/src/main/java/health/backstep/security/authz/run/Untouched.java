package health.backstep.security.authz.run;

import health.backstep.security.authz.Tenants;
import health.backstep.security.authz.Thing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

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

  private final World world;
  private final Map<String, String> before;

  private Untouched(World world, Map<String, String> before) {
    this.world = world;
    this.before = before;
  }

  /** Reads everything now. */
  static Untouched asOfNow(World world) {
    return new Untouched(world, read(world));
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

  /** Deliveries go on by themselves: of them only the ids count. */
  private static String essence(String reading, Reply reply) {
    return switch (reading) {
      case "getWebhook" -> reply.header("etag");
      case "listDeliveries" -> Leaks.marks(reply.body()).toString();
      default -> reply.header("etag") + reply.body();
    };
  }
}
