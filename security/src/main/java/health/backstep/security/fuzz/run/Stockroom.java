package health.backstep.security.fuzz.run;

import health.backstep.security.authz.Actor;
import health.backstep.security.authz.Actors;
import health.backstep.security.authz.Operation;
import health.backstep.security.authz.Tenants;
import health.backstep.security.authz.run.Client;
import health.backstep.security.authz.run.Leaks;
import health.backstep.security.authz.run.Platform;
import health.backstep.security.authz.run.Stock;
import health.backstep.security.fuzz.Basis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What two tenants have: some patients each, a webhook, and as many more as are used up. */
final class Stockroom implements Basis {

  private static final int PATIENTS = 4;
  private static final int WEBHOOKS_AT_ONCE = 15;

  private record Shelf(Client client, Actor actor, List<Map<String, String>> stocks) {}

  private final Platform platform;
  private final List<Shelf> shelves = new ArrayList<>();
  private final AtomicInteger webhooks = new AtomicInteger();

  private Stockroom(Platform platform) {
    this.platform = platform;
  }

  static Stockroom filledOn(Platform platform) {
    Stockroom room = new Stockroom(platform);
    for (String tenant : Tenants.BOTH) {
      Client client = Client.of(tenant, platform, new Leaks());
      List<Map<String, String>> stocks = new ArrayList<>();
      stocks.add(Stock.of(client));
      for (int more = 1; more < PATIENTS; more++) {
        Map<String, String> stock = new HashMap<>(stocks.getFirst());
        stock.putAll(Stock.patient(client));
        stocks.add(Map.copyOf(stock));
      }
      Actor actor = Actors.named(tenant.equals(Tenants.OWN) ? "all" : "other");
      room.shelves.add(new Shelf(client, actor, List.copyOf(stocks)));
    }
    return room;
  }

  @Override
  public Map<String, String> ids(int tenant, int pick) {
    List<Map<String, String>> stocks = shelves.get(tenant).stocks();
    return stocks.get(pick % stocks.size());
  }

  @Override
  public Map<String, String> freshIds(int tenant, Operation operation) {
    Map<String, String> ids = new HashMap<>(ids(tenant, 0));
    if (operation.path().contains("{webhookId}")) {
      ids.putAll(webhook(tenant));
    } else if (operation.path().contains("{patientId}")) {
      ids.putAll(Stock.registered(shelves.get(tenant).client()));
    }
    return ids;
  }

  @Override
  public String authorization(int tenant) {
    return "Bearer " + platform.forge().token(shelves.get(tenant).actor()).orElseThrow();
  }

  @Override
  public int tenants() {
    return shelves.size();
  }

  /** There is a limit to them; those that are used all the time stay. */
  synchronized void tidy() {
    for (Shelf shelf : shelves) {
      String kept = shelf.stocks().getFirst().get("webhookId");
      List<String> all;
      do {
        all =
            shelf
                .client()
                .done("listWebhooks", Map.of())
                .path("items")
                .findValuesAsText("webhookId")
                .stream()
                .filter(id -> !id.equals(kept))
                .toList();
        all.forEach(id -> shelf.client().removed("deleteWebhook", Map.of("webhookId", id)));
      } while (!all.isEmpty());
    }
  }

  private synchronized Map<String, String> webhook(int tenant) {
    if (webhooks.incrementAndGet() % WEBHOOKS_AT_ONCE == 0) {
      tidy();
    }
    try {
      return Stock.webhook(shelves.get(tenant).client());
    } catch (IllegalStateException full) {
      tidy();
      return Stock.webhook(shelves.get(tenant).client());
    }
  }
}
