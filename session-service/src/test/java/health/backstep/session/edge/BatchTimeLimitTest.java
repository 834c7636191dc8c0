package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.StackResource;
import health.backstep.backbone.testing.Stored;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A batch that meets with a slow database comes back in time, with what it has done. */
@SessionComponentTest
class BatchTimeLimitTest {

  private static final String LIMIT = "backstep.batch-time-limit";

  private static final String WAITS_FOR_LONGER_THAN_THE_LIMIT =
      """
      select pid::text from pg_stat_activity
      where wait_event_type = 'Lock' and query like '%insert into batch_item%'
        and clock_timestamp() - query_start > interval '3 seconds'
      """;

  private final Partner partner =
      new Partner("in-time-" + UUID.randomUUID().toString().substring(0, 8));

  @Test
  void whatThereWasNoTimeForIsNotRecordedAndSafeToSendAgain() throws SQLException {
    Patient first = Patient.withPlan(partner);
    Patient second = Patient.withPlan(partner);
    Batch batch = new Batch();
    UUID slow = UUID.fromString(batch.checkInAfter(first.id(), 0, 2).path("id").asText());
    batch.checkInAfter(first.id(), 1, 2);
    batch.checkInAfter(second.id(), 0, 2);

    JsonNode cut = sendWhileSomebodyHolds(slow, first.id(), batch);

    assertThat(statuses(cut)).containsExactly(201, 503, 503);
    assertThat(cut.get(1).at("/problem/code").asText()).isEqualTo("TEMPORARILY_UNAVAILABLE");
    assertThat(cut.get(2).at("/problem/code").asText()).isEqualTo("TEMPORARILY_UNAVAILABLE");
    assertThat(checkIns()).isEqualTo("1");
    JsonNode again = batch.send(partner);
    assertThat(statuses(again)).containsExactly(201, 201, 201);
    assertThat(again.get(0)).isEqualTo(cut.get(0));
    assertThat(checkIns()).isEqualTo("3");
  }

  /** The row is let go when the limit of 3 s is over, and before the database gives up at 7 s. */
  private JsonNode sendWhileSomebodyHolds(UUID item, UUID patient, Batch batch)
      throws SQLException {
    System.setProperty(LIMIT, "PT3S");
    try (Connection somebody = StackResource.behindTheWall()) {
      hold(somebody, item, patient);
      CompletableFuture<JsonNode> answers =
          CompletableFuture.supplyAsync(() -> batch.send(partner));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !Stored.column(WAITS_FOR_LONGER_THAN_THE_LIMIT).isEmpty());
      somebody.rollback();
      return answers.join();
    } finally {
      System.clearProperty(LIMIT);
    }
  }

  private void hold(Connection somebody, UUID item, UUID patient) throws SQLException {
    somebody.setAutoCommit(false);
    try (PreparedStatement insert =
        somebody.prepareStatement(
            "insert into batch_item (tenant, id, patient_id, fingerprint) values (?, ?, ?, '')")) {
      insert.setString(1, partner.tenant());
      insert.setObject(2, item);
      insert.setObject(3, patient);
      insert.executeUpdate();
    }
  }

  private String checkIns() {
    return Stored.column("select count(*) from check_in where tenant = ?", partner.tenant())
        .getFirst();
  }

  private static List<Integer> statuses(JsonNode answers) {
    return answers.valueStream().map(answer -> answer.path("status").asInt()).toList();
  }
}
