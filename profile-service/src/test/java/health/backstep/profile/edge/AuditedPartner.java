package health.backstep.profile.edge;

import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.StackResource;
import health.backstep.stack.audit.AuditLog;
import health.backstep.stack.audit.CheckedChain;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import health.backstep.wire.audit.ChainHead;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A partner of its own, whose audit log is read and checked. */
record AuditedPartner(Partner partner) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String READING = "listAuditLines";

  static AuditedPartner make() {
    return new AuditedPartner(new Partner("audit-" + UUID.randomUUID().toString().substring(0, 8)));
  }

  String tenant() {
    return partner.tenant();
  }

  /** All lines but those of the readings themselves, once there are so many. */
  List<Map<String, Object>> lines(int count) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> all().stream().filter(line -> !READING.equals(line.get("operation"))).toList(),
            lines -> lines.size() >= count);
  }

  /** Where the chain ends once there are so many lines besides those of the readings. */
  ChainHead headAfter(int count) {
    Map<String, Object> last = lines(count).getLast();
    return new ChainHead(
        tenant(), ((Number) last.get("sequence")).longValue(), (String) last.get("hash"));
  }

  /** All lines, read in pages. */
  List<Map<String, Object>> all() {
    List<Map<String, Object>> lines = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page =
          partner
              .with("ops:read")
              .get("/v1/audit?limit=50&cursor=" + cursor)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      lines.addAll(page.getList("items"));
      cursor = page.getString("nextCursor");
    }
    return lines;
  }

  /** What the check of the command line says about the partner's chain. */
  CheckedChain check(ChainHead... kept) {
    try (ServiceDatabase database =
        ServiceDatabase.of(ServiceName.PROFILE, StackResource.behindTheWall())) {
      return new AuditLog(database)
          .check(List.of(kept), () -> {}).stream()
              .filter(chain -> chain.end().chain().equals(tenant()))
              .findFirst()
              .orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
