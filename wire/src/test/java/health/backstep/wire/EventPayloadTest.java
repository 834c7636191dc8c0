package health.backstep.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPayloadTest {

  record Payload(String code, int count, Optional<String> since) {}

  @Test
  void whatIsUnknownIsPassedOver() {
    Payload read = read("{\"code\": \"A\", \"count\": 1, \"since\": \"B\", \"later\": 9}");

    assertThat(read).isEqualTo(new Payload("A", 1, Optional.of("B")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"code\": \"A\", \"count\": 1}", "{\"code\":\"A\",\"count\":1,\"since\":null}"})
  void whatCameLaterMayBeAbsent(String older) {
    assertThat(read(older)).isEqualTo(new Payload("A", 1, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"code\": \"A\"}", "{\"code\": \"A\", \"count\": null}"})
  void whatIsMissingIsNamedByItsPlace(String broken) {
    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("/count");
  }

  private static Payload read(String json) {
    return EventPayload.read(json.getBytes(StandardCharsets.UTF_8), "a.type.v1", Payload.class);
  }
}
