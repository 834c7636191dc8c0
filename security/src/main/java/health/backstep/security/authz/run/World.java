package health.backstep.security.authz.run;

import static java.util.stream.Collectors.toMap;

import health.backstep.security.authz.Cell;
import health.backstep.security.authz.Requests;
import health.backstep.security.authz.Tenants;
import health.backstep.security.authz.Thing;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What there is: the things of both tenants, and ids that are nobody's. */
final class World {

  private final Map<String, Client> clients;
  private final Map<String, Map<String, String>> stocks;
  private final Map<String, String> nobodys;
  private final Map<String, String> erased;
  private final Leaks leaks;

  private World(
      Map<String, Client> clients,
      Map<String, Map<String, String>> stocks,
      Map<String, String> nobodys,
      Map<String, String> erased,
      Leaks leaks) {
    this.clients = clients;
    this.stocks = stocks;
    this.nobodys = nobodys;
    this.erased = erased;
    this.leaks = leaks;
  }

  static World madeOn(Platform platform) {
    Leaks leaks = new Leaks();
    Map<String, Client> clients =
        Tenants.BOTH.stream()
            .collect(toMap(tenant -> tenant, tenant -> Client.of(tenant, platform, leaks)));
    Map<String, Map<String, String>> stocks =
        clients.entrySet().stream()
            .collect(toMap(Map.Entry::getKey, client -> Stock.of(client.getValue())));
    Map<String, String> own = stocks.get(Tenants.OWN);
    Map<String, String> nobodys =
        own.keySet().stream().collect(toMap(name -> name, name -> UUID.randomUUID().toString()));
    nobodys.put("rule", own.get("rule"));
    Map<String, String> erased = Stock.erased(clients.get(Tenants.OWN));
    return new World(clients, stocks, Map.copyOf(nobodys), erased, leaks);
  }

  Leaks leaks() {
    return leaks;
  }

  Client client(String tenant) {
    return clients.get(tenant);
  }

  /** The ids of a thing by name. */
  Map<String, String> ids(Thing thing) {
    Map<String, String> own = stocks.get(Tenants.OWN);
    Map<String, String> foreign = stocks.get(Tenants.FOREIGN);
    return switch (thing) {
      case NONE, OWN -> own;
      case FOREIGN -> foreign;
      case MISSING -> nobodys;
      case ERASED -> erased;
      case FOREIGN_INSIDE -> below(own, foreign);
      case FOREIGN_AROUND -> below(foreign, own);
    };
  }

  /** The same, made anew where the cell uses it up. */
  Map<String, String> idsFor(Cell cell) {
    Map<String, String> ids = new HashMap<>(ids(cell.thing()));
    if (cell.expected().does()) {
      switch (cell.operation().id()) {
        case "registerPatient" -> ids.put("externalId", newExternalId(cell.thing()));
        case "deleteWebhook", "rotateWebhookSecret", "deleteWebhookSecret" ->
            ids.putAll(Stock.webhook(client(cell.actor().tenant())));
        case "erasePatient" -> ids.putAll(patientFor(cell));
        default -> {}
      }
    }
    return ids;
  }

  /** A new one, but for one who is erased already. */
  private Map<String, String> patientFor(Cell cell) {
    return cell.thing() == Thing.ERASED
        ? Map.of()
        : Stock.registered(client(cell.actor().tenant()));
  }

  /** One that a new patient of the thing's owner has; nobody's for a missing one. */
  private String newExternalId(Thing thing) {
    if (thing == Thing.MISSING) {
      return Stock.newExternalId("nobody");
    }
    Client owner = client(thing == Thing.OWN ? Tenants.OWN : Tenants.FOREIGN);
    String id = Stock.newExternalId(owner.tenant());
    owner.done("registerPatient", Map.of("externalId", id));
    return id;
  }

  private static Map<String, String> below(Map<String, String> outer, Map<String, String> inner) {
    Map<String, String> both = new HashMap<>(inner);
    outer.keySet().stream()
        .filter(Requests::isOuter)
        .forEach(name -> both.put(name, outer.get(name)));
    return both;
  }
}
