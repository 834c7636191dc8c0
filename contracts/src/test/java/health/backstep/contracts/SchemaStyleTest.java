package health.backstep.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaStyleTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Set<String> types() {
    return EventSchemas.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_schema_explains_and_bounds_its_values_and_names_no_person(String type) {
    assertThat(SchemaStyle.faults(SchemaFile.inlined(SchemaFile.CURRENT, type))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'type': 'boolean'}                                        | has no description
          {}                                                         | has no type
          {'type': 'integer', 'minimum': 0}                          | has no minimum and maximum
          {'type': ['number', 'null'], 'maximum': 9}                 | has no minimum and maximum
          {'type': 'integer', 'minimum': 0, 'maximum': 9}            | has no x-unit
          {'type': 'number', 'x-unit': ' '}                          | has no x-unit
          {'description': 'Too few', 'type': 'boolean'}              | has no description
          {'type': 'string'}                                         | is free text
          {'type': ['string', 'null'], 'maxLength': 9}               | is free text
          {'type': 'string', 'enum': ['GREEN', 'AMBER']}             | has no UNKNOWN
          {'type': 'array', 'items': {'type': 'boolean'}}            | has no minItems and maxItems
          {'type': 'object', 'properties': {}}                       | does not say that more
          {'type': 'object', 'additionalProperties': false}          | does not say that more
          {'type': 'text'}                                           | has the unknown type
          """)
  void a_schema_that_lacks_something_is_refused(String planted, String problem)
      throws JsonProcessingException {
    String schema = "{'type': 'object', 'properties': {'planted': %s}}".formatted(planted);

    assertThat(SchemaStyle.faults(JSON.readTree(schema.replace('\'', '"'))))
        .anySatisfy(fault -> assertThat(fault).startsWith("/properties/planted " + problem));
  }

  @Test
  void a_schema_that_has_everything_is_accepted() throws JsonProcessingException {
    String schema =
        """
        {"type": "object", "description": "A reading of pain", "additionalProperties": true, "properties": {
          "pain": {"type": ["integer", "null"], "description": "Pain, 0 to 10",
                   "minimum": 0, "maximum": 10, "x-unit": "points"}}}
        """;

    assertThat(SchemaStyle.faults(JSON.readTree(schema))).isEmpty();
  }

  @Test
  void what_lies_deeper_is_looked_at_as_well() throws JsonProcessingException {
    String schema =
        """
        {"type": "object", "properties": {"rows": {"type": "array", "items":
          {"type": "object", "properties": {"pain": {"type": "integer"}}}}}}
        """;

    assertThat(SchemaStyle.faults(JSON.readTree(schema)))
        .contains("/properties/rows/items/properties/pain has no x-unit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "firstName",
        "externalId",
        "birthYear",
        "email",
        "phoneNumber",
        "freeText",
        "note",
        "notes",
        "words",
        "comment",
        "address",
        "by"
      })
  void a_property_that_could_name_a_person_is_refused(String property)
      throws JsonProcessingException {
    String schema = "{\"type\": \"object\", \"properties\": {\"%s\": {}}}".formatted(property);

    assertThat(SchemaStyle.faults(JSON.readTree(schema)))
        .contains("/properties/" + property + " is named like something personal");
  }
}
