package health.backstep.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @ValueSource(strings = {"null", " null ", "", "[]", "7"})
  void whatIsNoObjectIsUnreadable(String broken) {
    assertThatThrownBy(() -> read(broken)).isInstanceOf(UnreadableEvent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\": null, \"count\": 1}",
        "{\"code\": \"A\", \"count\": 1} {}",
        "{\"code\": \"A\\u0000\", \"count\": 1}",
        "{\"code\": \"A\", \"count\": 1}\0",
      })
  void whatCannotBeKeptOrIsNotTheWholePayloadIsUnreadable(String broken) {
    assertThatThrownBy(() -> read(broken)).isInstanceOf(UnreadableEvent.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-32"})
  void anotherEncodingIsUnreadable(String encoding) {
    byte[] bytes = "{\"code\": \"A\", \"count\": 1}".getBytes(Charset.forName(encoding));

    assertThatThrownBy(() -> EventPayload.read(bytes, "a.type.v1", Payload.class))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessage("payload of a.type.v1 is not JSON in UTF-8");
  }

  record Times(Instant instant, OffsetDateTime moment, LocalDate date) {}

  @Test
  void timesAreReadAsTheyAreWritten() {
    assertThat(times("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "1582-10-10"))
        .isEqualTo(
            new Times(
                Instant.parse("9999-12-31T23:59:59Z"),
                OffsetDateTime.parse("0001-01-01T00:00:00Z"),
                LocalDate.parse("1582-10-10")));
  }

  @ParameterizedTest
  @CsvSource({
    "-0001-01-01T00:00:00Z, 2026-01-01T00:00:00Z, 2026-01-01, /instant",
    "2026-01-01T00:00:00Z, -999999999-01-01T00:00:00-18:00, 2026-01-01, /moment",
    "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, +10000-01-01, /date",
  })
  void aYearOfOtherThanFourDigitsIsUnreadable(
      String instant, String moment, String date, String place) {
    assertThatThrownBy(() -> times(instant, moment, date))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining(place);
  }

  private static Times times(String instant, String moment, String date) {
    String json =
        "{\"instant\": \"%s\", \"moment\": \"%s\", \"date\": \"%s\"}"
            .formatted(instant, moment, date);
    return EventPayload.read(json.getBytes(StandardCharsets.UTF_8), "a.type.v1", Times.class);
  }

  private static Payload read(String json) {
    return EventPayload.read(json.getBytes(StandardCharsets.UTF_8), "a.type.v1", Payload.class);
  }
}
