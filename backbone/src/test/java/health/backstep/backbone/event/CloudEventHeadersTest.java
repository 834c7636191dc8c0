package health.backstep.backbone.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.wire.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventHeadersTest {

  private static final byte[] DATA = "{}".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(strings = {"", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"})
  void whatIsWrittenIsRead(String traceparent) {
    EventEnvelope event = event(traceparent.isEmpty() ? null : traceparent);

    assertThat(CloudEventHeaders.read(headers(event), DATA)).isEqualTo(event);
  }

  @Test
  void theSequenceIsNotWrittenBecauseItIsGivenLater() {
    assertThat(CloudEventHeaders.write(event(null)))
        .doesNotContainKey(CloudEventHeaders.SEQUENCE)
        .containsEntry("ce_dataschema", "urn:backstep:schema:pt.plan.plan-generated.v1")
        .containsEntry("content-type", "application/json");
  }

  @Test
  void headersThatAreNotKnownArePassedOver() {
    EventEnvelope event = event(null);
    Map<String, String> headers = headers(event);
    headers.put("ce_later", "x");
    headers.remove("ce_dataschema");
    headers.remove("content-type");

    assertThat(CloudEventHeaders.read(headers, DATA)).isEqualTo(event);
  }

  @Test
  void aTraceContextThatIsNoneIsLeftOutAndTheEventIsNotLostForIt() {
    EventEnvelope event = event(null);
    Map<String, String> headers = headers(event);
    headers.put("ce_traceparent", "Rivera");

    assertThat(CloudEventHeaders.read(headers, DATA)).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_specversion",
        "ce_id",
        "ce_source",
        "ce_type",
        "ce_time",
        "ce_subject",
        "ce_tenant",
        "ce_sequence",
        "ce_causationid",
        "ce_correlationid"
      })
  void aMissingHeaderIsNamed(String header) {
    Map<String, String> headers = headers(event(null));
    headers.remove(header);
    assertUnreadable(headers, "header " + header + " is missing");

    headers.put(header, " ");
    assertUnreadable(headers, "header " + header + " is missing");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "ce_specversion, 2.0, header ce_specversion is not 1.0",
    "ce_id, Rivera, header ce_id is not a UUID",
    "ce_subject, Rivera, header ce_subject is not a UUID",
    "ce_causationid, Rivera, header ce_causationid is not a UUID",
    "ce_correlationid, Rivera, header ce_correlationid is not a UUID",
    "ce_time, Rivera, header ce_time is not a time",
    "ce_time, +10000-01-01T00:00:00Z, header ce_time is not a time",
    "ce_sequence, Rivera, header ce_sequence is not a number",
    "ce_sequence, 0, header ce_sequence is below 1",
    "ce_sequence, -1, header ce_sequence is below 1",
    "ce_sequence, 9223372036854775808, header ce_sequence is not a number",
  })
  void aBrokenHeaderIsNamedWithoutItsValue(String header, String value, String reason) {
    Map<String, String> headers = headers(event(null));
    headers.put(header, value);

    assertUnreadable(headers, reason);
  }

  private static void assertUnreadable(Map<String, String> headers, String reason) {
    assertThatThrownBy(() -> CloudEventHeaders.read(headers, DATA))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessage(reason);
  }

  private static Map<String, String> headers(EventEnvelope event) {
    Map<String, String> headers = new HashMap<>(CloudEventHeaders.write(event));
    headers.put(CloudEventHeaders.SEQUENCE, Long.toString(event.sequence()));
    return headers;
  }

  private static EventEnvelope event(String traceparent) {
    return new EventEnvelope(
        Uuid7.next(),
        "/plan-service",
        "pt.plan.plan-generated.v1",
        Instant.parse("2026-11-20T08:00:00.123456Z"),
        UUID.fromString("4b3b0a52-6a5e-4f6c-9c0e-0a3f0a3f0a3f"),
        "north-clinic",
        7,
        new Cause(Uuid7.next(), Uuid7.next(), traceparent),
        DATA);
  }
}
