package health.backstep.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import health.backstep.simulation.Bodies;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of a history are told apart by what they hold, and never guessed. */
class HistoryEntryTest {

  private static final String AT = "2026-09-02T07:15:00+02:00";

  static Stream<Arguments> bodiesAsPosted() {
    return Stream.of(
        Arguments.of(Bodies.session(AT, "bridge", 1), "SESSION", HistoryEntry.Session.class),
        Arguments.of(Bodies.checkIn(AT, 2), "CHECK_IN", HistoryEntry.CheckIn.class),
        Arguments.of(Bodies.flare(AT, 5), "FLARE", HistoryEntry.Flare.class),
        Arguments.of(Bodies.assessment(AT, 4, false), "ASSESSMENT", HistoryEntry.Assessment.class),
        Arguments.of(Bodies.clearance(AT), "CLEARANCE", HistoryEntry.Clearance.class));
  }

  @ParameterizedTest
  @MethodSource("bodiesAsPosted")
  void aBodyIsKnownByItsFieldsAndByItsType(
      String body, String type, Class<? extends HistoryEntry> kind) throws JsonProcessingException {
    assertThat(read(body)).isInstanceOf(kind);
    assertThat(read(body).at()).isEqualTo(AT);
    assertThat(read(typed(body, type))).isEqualTo(read(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"at\": \"2026-09-02T07:15:00+02:00\", \"pain\": 3}",
        "{\"hardToTolerate\": true, \"soreness\": {\"present\": false}}"
      })
  void whatCouldBeAnythingIsUnclearAndTheKindsAreNamed(String body) throws JsonProcessingException {
    assertThat(read(body))
        .isInstanceOfSatisfying(
            HistoryEntry.Unclear.class,
            unclear -> {
              assertThat(unclear.fault().pointer()).isEmpty();
              assertThat(unclear.fault().code()).isEqualTo("ENTRY_UNCLEAR");
              assertThat(unclear.fault().message())
                  .contains(
                      "SESSION has",
                      "CHECK_IN has soreness",
                      "FLARE has",
                      "ASSESSMENT has",
                      "CLEARANCE has");
            });
  }

  @Test
  void aTypeThatTheFieldsContradictIsRefused() throws JsonProcessingException {
    assertThat(read(typed(Bodies.flare(AT, 5), "CHECK_IN")))
        .isInstanceOfSatisfying(
            HistoryEntry.Unclear.class,
            unclear -> {
              assertThat(unclear.fault().pointer()).isEqualTo("/type");
              assertThat(unclear.fault().code()).isEqualTo("ENTRY_TYPE_DOES_NOT_FIT");
            });
  }

  @Test
  void whatBelongsToAnotherKindIsRefusedByName() {
    String checkIn = Bodies.checkIn(AT, 3).replaceFirst("\\{", "{\"worried\": true, ");
    assertThatThrownBy(() -> read(typed(checkIn, "CHECK_IN")))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("worried");
    assertThatThrownBy(() -> read(Bodies.clearance(AT).replaceFirst("\\{", "{\"sessionId\": 3, ")))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("sessionId");
  }

  @Test
  void aTypeThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> read(typed(Bodies.checkIn(AT, 3), "NAP")))
        .isInstanceOfSatisfying(
            JsonMappingException.class,
            wrong -> assertThat(wrong.getPath().getFirst().getFieldName()).isEqualTo("type"));
  }

  private static String typed(String body, String type) {
    return body.replaceFirst("\\{", "{\"type\": \"" + type + "\", ");
  }

  private static HistoryEntry read(String json) throws JsonProcessingException {
    return Bodies.JSON.readValue(json, HistoryEntry.class);
  }
}
