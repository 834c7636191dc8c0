package health.backstep.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.contracts.SchemaCompatibility.Break;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCompatibilityTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String RELEASED =
      """
      {"description": "A reading", "type": "object", "additionalProperties": true,
       "required": ["pain", "quality"],
       "properties": {
         "pain": {"description": "Pain", "type": "integer", "minimum": 0, "maximum": 10, "x-unit": "points"},
         "quality": {"type": ["string", "null"], "enum": ["DULL", "SHARP", "UNKNOWN", null]},
         "rule": {"type": "string", "pattern": "^[A-Z]+$", "maxLength": 40},
         "at": {"type": "string", "format": "date-time"},
         "exercises": {"type": "array", "minItems": 0, "maxItems": 9,
           "items": {"type": "object", "required": ["level"], "properties": {"level": {"type": "integer"}}}}}}
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          property removed        | "rule":                      | "code":                     | /properties/rule                                  | property removed
          property renamed        | "at":                        | "time":                     | /properties/at                                    | property removed
          nested property removed | "properties": {"level": {"type": "integer"}} | "properties": {} | /properties/exercises/items/properties/level | property removed
          newly required          | ["pain", "quality"]          | ["pain", "quality", "rule"] | /required                                         | rule is newly required
          new and required        | ["level"]                    | ["level", "side"]           | /properties/exercises/items/required              | side is newly required
          no longer required      | ["pain", "quality"]          | ["pain"]                    | /required                                         | quality is no longer always there
          type changed            | "type": "integer", "minimum" | "type": "string", "minimum" | /properties/pain/type                             | type narrowed: integer is gone
          null no longer allowed  | ["string", "null"]           | "string"                    | /properties/quality/type                          | type narrowed: null is gone
          null newly allowed      | "type": "string", "pattern"  | "type": ["string", "null"], "pattern" | /properties/rule/type                   | type widened: null is new
          enum value removed      | "SHARP",                     |                             | /properties/quality/enum                          | enum value SHARP removed
          newly an enum           | "pattern": "^[A-Z]+$"        | "pattern": "^[A-Z]+$", "enum": ["A"] | /properties/rule/enum                    | narrowed to an enum
          no longer an enum       | , "enum": ["DULL", "SHARP", "UNKNOWN", null] |             | /properties/quality/enum                          | enum widened to any value
          lower maximum           | "maximum": 10                | "maximum": 9                | /properties/pain/maximum                          | changed from 10 to 9
          higher maximum          | "maximum": 10                | "maximum": 100              | /properties/pain/maximum                          | changed from 10 to 100
          higher minimum          | "minimum": 0                 | "minimum": 1                | /properties/pain/minimum                          | changed from 0 to 1
          newly limited length    | "pattern": "^[A-Z]+$"        | "pattern": "^[A-Z]+$", "minLength": 2 | /properties/rule/minLength              | changed from none to 2
          other pattern           | "^[A-Z]+$"                   | "^[A-C]+$"                  | /properties/rule/pattern                          | changed from "^[A-Z]+$" to "^[A-C]+$"
          other format            | "date-time"                  | "date"                      | /properties/at/format                             | changed from "date-time" to "date"
          fewer elements          | "maxItems": 9                | "maxItems": 3               | /properties/exercises/maxItems                    | changed from 9 to 3
          no more room            | "additionalProperties": true | "additionalProperties": false | /additionalProperties                           | changed from true to false
          lower minimum           | "minimum": 0                 | "minimum": -1               | /properties/pain/minimum                          | changed from 0 to -1
          no more maximum         | , "maximum": 10              |                             | /properties/pain/maximum                          | changed from 10 to none
          narrower by a new bound | "maximum": 10                | "maximum": 10, "exclusiveMinimum": 0 | /properties/pain/exclusiveMinimum        | changed from none to 0
          more elements           | "maxItems": 9                | "maxItems": 90              | /properties/exercises/maxItems                    | changed from 9 to 90
          at least one element    | "minItems": 0                | "minItems": 1               | /properties/exercises/minItems                    | changed from 0 to 1
          newly all different     | "maxItems": 9                | "maxItems": 9, "uniqueItems": true | /properties/exercises/uniqueItems           | changed from none to true
          longer text             | "maxLength": 40              | "maxLength": 400            | /properties/rule/maxLength                        | changed from 40 to 400
          no more pattern         | "pattern": "^[A-Z]+$", "max  | "max                        | /properties/rule/pattern                          | changed from "^[A-Z]+$" to none
          no more format          | , "format": "date-time"      |                             | /properties/at/format                             | changed from "date-time" to none
          other kind of elements  | "items": {"type": "object" | "items": {"type": "array" | /properties/exercises/items/type | type narrowed: object is gone
          nested no longer there  | ["level"]                    | []                          | /properties/exercises/items/required              | level is no longer always there
          nested type changed     | {"level": {"type": "integer"}} | {"level": {"type": "string"}} | /properties/exercises/items/properties/level/type | type narrowed: integer is gone
          null no longer a value  | "UNKNOWN", null]             | "UNKNOWN"]                  | /properties/quality/enum                          | enum value null removed
          another unit            | "points"                     | "percent"                   | /properties/pain/x-unit                           | unit changed from points to percent
          no more unit            | , "x-unit": "points" |                             | /properties/pain/x-unit                           | unit changed from points to none
          newly excluded          | "minimum": 0                 | "minimum": 0, "not": {"const": 5} | /properties/pain/not                        | changed from none to {"const":5}
          """)
  void an_incompatible_change_is_refused(
      String kind, String from, String to, String pointer, String problem)
      throws JsonProcessingException {
    assertThat(breaksWith(from, to == null ? "" : to)).contains(new Break(pointer, problem));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          other words             | "description": "Pain",       | "description": "Pain, 0 to 10",
          new optional property   | "rule":                      | "code": {"type": "string"}, "rule":
          nested new property     | "properties": {"level"       | "properties": {"side": {"type": "string"}, "level"
          new optional object     | "rule":                      | "dose": {"type": "object", "required": ["sets"], "properties": {"sets": {}}}, "rule":
          new enum value          | "SHARP",                     | "SHARP", "BURNING",
          another order           | ["pain", "quality"]          | ["quality", "pain"]
          a unit named at last    | "type": "string", "format"   | "type": "string", "x-unit": "UTC", "format"
          a new optional array    | "rule":                      | "sore": {"type": "array", "items": {"type": "string"}}, "rule":
          a comment and a default | "maximum": 10                | "maximum": 10, "$comment": "NRS", "default": 0
          a title and examples    | "maximum": 10                | "maximum": 10, "title": "Pain", "examples": [3]
          """)
  void a_compatible_change_passes(String kind, String from, String to)
      throws JsonProcessingException {
    assertThat(breaksWith(from, to)).isEmpty();
  }

  @Test
  void a_schema_is_compatible_with_itself() throws JsonProcessingException {
    assertThat(breaksWith("pain", "pain")).isEmpty();
  }

  static Set<String> released() {
    return SchemaFile.types(SchemaFile.RELEASED);
  }

  @ParameterizedTest
  @MethodSource("released")
  void every_released_schema_still_holds(String type) {
    assertThat(SchemaFile.types(SchemaFile.CURRENT))
        .as("a released type stays: schemas/%s.json", type)
        .contains(type);
    assertThat(
            SchemaCompatibility.breaks(
                SchemaFile.inlined(SchemaFile.RELEASED, type),
                SchemaFile.inlined(SchemaFile.CURRENT, type)))
        .as("keep %s as released and make the change in a new version", type)
        .isEmpty();
  }

  @Test
  void every_type_is_guarded_by_a_released_copy() {
    assertThat(released()).isEqualTo(SchemaFile.types(SchemaFile.CURRENT));
  }

  private static List<Break> breaksWith(String from, String to) throws JsonProcessingException {
    assertThat(RELEASED).contains(from);
    JsonNode current = JSON.readTree(RELEASED.replace(from, to));
    return SchemaCompatibility.breaks(JSON.readTree(RELEASED), current);
  }
}
