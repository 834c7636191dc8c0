package health.backstep.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventHeadersTest {

  private static final String TYPE = "pt.plan.plan-generated.v1";
  private static final String ID = "019a9f60-1f4b-7d3e-9a61-5b0c7e2d4f18";

  @Test
  void the_headers_of_the_contract_are_accepted() {
    assertThat(EventHeaders.faults(TYPE, whole())).isEmpty();
  }

  @Test
  void each_required_header_is_missed() {
    List<String> required =
        AsyncApi.fromContract()
            .at("#/components/schemas/eventHeaders/required")
            .valueStream()
            .map(name -> name.asText())
            .toList();

    assertThat(required)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            name -> {
              Map<String, String> headers = whole();
              headers.remove(name);
              assertThat(EventHeaders.faults(TYPE, headers)).anyMatch(it -> it.contains(name));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "ce_source, /session-service",
    "ce_type, pt.plan.plan-restored.v1",
    "ce_dataschema, urn:backstep:schema:pt.plan.plan-restored.v1",
    "ce_sequence, 0",
    "ce_subject, Rivera",
    "ce_time, yesterday",
    "ce_tenant, North Clinic",
    "ce_traceparent, 1234",
    "ce_later, x",
  })
  void a_header_that_does_not_fit_or_is_not_declared_is_refused(String name, String value) {
    Map<String, String> headers = whole();
    headers.put(name, value);

    assertThat(EventHeaders.faults(TYPE, headers)).isNotEmpty();
  }

  private static Map<String, String> whole() {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/json");
    headers.put("ce_specversion", "1.0");
    List.of("ce_id", "ce_subject", "ce_causationid", "ce_correlationid")
        .forEach(name -> headers.put(name, ID));
    headers.put("ce_source", "/plan-service");
    headers.put("ce_type", TYPE);
    headers.put("ce_dataschema", "urn:backstep:schema:" + TYPE);
    headers.put("ce_time", "2026-11-21T07:12:31.482913Z");
    headers.put("ce_tenant", "north-clinic");
    headers.put("ce_sequence", "17");
    headers.put("ce_traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    return headers;
  }
}
