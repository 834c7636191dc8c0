package health.backstep.backbone.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

  private enum Equipment {
    MAT,
    TOWEL,
    CHAIR
  }

  private record Request(Set<Equipment> equipment, List<Integer> reps, Map<String, Integer> pain) {}

  private final Fingerprints fingerprints = new Fingerprints(new ObjectMapper());

  /** A set has another order in every process, and so after each restart. */
  @Test
  void the_order_within_a_set_or_a_map_makes_no_difference() {
    assertThat(fingerprint(List.of(Equipment.MAT, Equipment.TOWEL), List.of(6, 8), "now", "worst"))
        .isEqualTo(
            fingerprint(List.of(Equipment.TOWEL, Equipment.MAT), List.of(6, 8), "worst", "now"));
  }

  @Test
  void what_is_in_a_set_and_the_order_of_a_list_make_a_difference() {
    byte[] first = fingerprint(List.of(Equipment.MAT), List.of(6, 8), "now", "worst");

    assertThat(fingerprint(List.of(Equipment.CHAIR), List.of(6, 8), "now", "worst"))
        .isNotEqualTo(first);
    assertThat(fingerprint(List.of(Equipment.MAT), List.of(8, 6), "now", "worst"))
        .isNotEqualTo(first);
  }

  @Test
  void the_order_of_the_fields_of_an_unread_object_makes_no_difference()
      throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();

    assertThat(fingerprints.of("POST /a", List.of(json.readTree("{\"pain\": 2, \"at\": 1}"))))
        .isEqualTo(fingerprints.of("POST /a", List.of(json.readTree("{\"at\": 1, \"pain\": 2}"))));
  }

  @Test
  void another_operation_makes_a_difference() {
    assertThat(fingerprints.of("POST /a", "x")).isNotEqualTo(fingerprints.of("POST /b", "x"));
  }

  private byte[] fingerprint(
      List<Equipment> equipment, List<Integer> reps, String firstPain, String secondPain) {
    Map<String, Integer> pain = new LinkedHashMap<>();
    pain.put(firstPain, 3);
    pain.put(secondPain, 3);
    return fingerprints.of(
        "POST /v1/patients", new Request(new LinkedHashSet<>(equipment), reps, pain));
  }
}
