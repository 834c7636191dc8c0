package health.backstep.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import health.backstep.contracts.PlantedFaults.Planted;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedFaultsTest {

  static Set<String> types() {
    return EventSchemas.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_schema_refuses_a_payload_that_lacks_something(String type) throws IOException {
    byte[] example = EventSchemas.example(type, "minimal");
    List<Planted> planted = PlantedFaults.missing(example);

    assertThat(planted).hasSizeGreaterThanOrEqualTo(Math.min(3, fields(example)));
    assertThat(planted)
        .allSatisfy(
            fault ->
                assertThat(EventSchemas.faults(type, fault.payload()))
                    .as(fault.what())
                    .isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_schema_refuses_a_payload_with_something_wrong(String type) throws IOException {
    byte[] example = EventSchemas.example(type, "full");
    List<Planted> planted = PlantedFaults.wrong(example);

    assertThat(planted).hasSizeGreaterThanOrEqualTo(Math.min(9, 2 + 3 * fields(example)));
    assertThat(planted)
        .allSatisfy(
            fault ->
                assertThat(EventSchemas.faults(type, fault.payload()))
                    .as(fault.what())
                    .isNotEmpty());
  }

  @Test
  void planted_faults_find_out_a_schema_that_accepts_everything() {
    byte[] example = EventSchemas.example("pt.session.session-recorded.v1", "full");

    assertThat(
            Stream.concat(
                PlantedFaults.missing(example).stream(), PlantedFaults.wrong(example).stream()))
        .allSatisfy(
            fault ->
                assertThat(EventSchemas.faults(EventSchemas.schema("{}"), fault.payload()))
                    .isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "pt.profile.assessment-completed.v1, /pain/now",
    "pt.profile.assessment-completed.v1, /pain/average7d",
    "pt.profile.assessment-completed.v1, /pain/worst24h",
    "pt.session.session-recorded.v1, /painBefore",
    "pt.session.session-recorded.v1, /painAfter",
    "pt.session.session-recorded.v1, /exercises/0/painDuring",
    "pt.session.check-in-recorded.v1, /pain",
    "pt.session.pain-flare-reported.v1, /pain",
  })
  void pain_is_0_to_10(String type, String pointer) {
    byte[] example = EventSchemas.example(type, "full");

    assertThat(List.of(0, 10))
        .allSatisfy(pain -> assertThat(faults(type, example, pointer, pain)).isEmpty());
    assertThat(List.of(-1, 11))
        .allSatisfy(pain -> assertThat(faults(type, example, pointer, pain)).isNotEmpty());
  }

  private static int fields(byte[] example) throws IOException {
    return new ObjectMapper().readTree(example).size();
  }

  private static List<String> faults(String type, byte[] example, String pointer, int pain) {
    return EventSchemas.faults(
        type, PlantedFaults.with(example, pointer, JsonNodeFactory.instance.numberNode(pain)));
  }
}
