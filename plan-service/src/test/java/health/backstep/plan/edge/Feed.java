package health.backstep.plan.edge;

import health.backstep.backbone.testing.Partner;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A partner app that reads the feed page by page and remembers where it is. */
public final class Feed {

  private final Partner partner;
  private String cursor;

  public Feed(Partner partner) {
    this.partner = partner;
  }

  public String cursor() {
    return cursor;
  }

  public Feed fromNowOn() {
    cursor = "latest";
    next("");
    return this;
  }

  /** One page from where the last one ended. */
  public JsonPath next(String query) {
    String place = cursor == null ? "" : "cursor=" + cursor;
    String both = query.isEmpty() || place.isEmpty() ? place + query : place + "&" + query;
    JsonPath page =
        partner
            .request()
            .get("/v1/changes" + (both.isEmpty() ? "" : "?" + both))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    cursor = page.getString("nextCursor");
    return page;
  }

  /** The events behind everything that is new, page by page until one is not full. */
  public List<UUID> events(int limit) {
    List<UUID> events = new ArrayList<>();
    List<UUID> page;
    do {
      page = next("limit=" + limit).getList("items.eventId", UUID.class);
      events.addAll(page);
    } while (page.size() == limit);
    return events;
  }
}
