package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchLoadTest {

  @Test
  void makes_an_item_of_each_session() throws Exception {
    String body =
        BatchLoad.body(
            List.of(
                new Workout("p1", "k1", "{\"painBefore\":1}"),
                new Workout("p2", "k2", "{\"painBefore\":2}")));
    JsonNode items = new ObjectMapper().readTree(body).path("items");
    assertThat(items).hasSize(2);
    assertThat(items.path(1).path("patientId").asText()).isEqualTo("p2");
    assertThat(items.path(1).path("session").path("painBefore").asInt()).isEqualTo(2);
    assertThat(items.path(0).path("id").asText()).isNotEqualTo(items.path(1).path("id").asText());
  }

  @Test
  void counts_the_items_that_were_recorded() {
    assertThat(
            BatchLoad.recorded(
                """
                {"items":[{"id":"a","status":201,"location":"/x"},{"id":"b","status":2010},
                {"id":"c","status":503,"problem":{"status":503}},{"id":"d","status":201}]}
                """))
        .isEqualTo(2);
  }
}
