package health.backstep.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemasTest {

  static Set<String> types() {
    return EventSchemas.types();
  }

  static List<String> schemaFiles() {
    return ContractFiles.below("schemas/");
  }

  @ParameterizedTest
  @MethodSource("schemaFiles")
  void every_schema_is_valid_against_the_meta_schema(String file) {
    String schema = new String(ContractFiles.read(file), UTF_8);

    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12))
                .validate(schema, InputFormat.JSON))
        .isEmpty();
    assertThat(schema).contains("\"$schema\": \"" + DialectId.DRAFT_2020_12 + "\"");
  }

  @Test
  void the_meta_schema_refuses_what_is_no_schema() {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12))
                .validate("{\"type\": \"date\"}", InputFormat.JSON))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_type_has_at_least_two_golden_examples_and_all_are_valid(String type) {
    assertThat(EventSchemas.examples(type))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(example -> assertThat(EventSchemas.faults(type, example)).isEmpty());
  }

  @Test
  void every_example_belongs_to_a_type() {
    assertThat(ContractFiles.below("examples/"))
        .map(path -> path.split("/", 3)[1])
        .isSubsetOf(EventSchemas.types());
  }

  @Test
  void a_regressed_plan_says_how_severe_the_flare_was() {
    byte[] plan = EventSchemas.example("pt.plan.plan-generated.v1", "full");

    assertThat(EventSchemas.faults("pt.plan.plan-regressed.v1", plan))
        .singleElement()
        .asString()
        .contains("severity");
  }

  @Test
  void a_payload_that_is_no_json_is_a_fault() {
    assertThat(EventSchemas.faults("pt.plan.state.v1", "{\"patientId\": ".getBytes(UTF_8)))
        .singleElement()
        .asString()
        .startsWith("not JSON");
  }

  @Test
  void an_unknown_type_is_refused_by_name() {
    assertThatThrownBy(() -> EventSchemas.faults("pt.plan.plan-doubled.v1", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pt.plan.plan-doubled.v1");
  }
}
