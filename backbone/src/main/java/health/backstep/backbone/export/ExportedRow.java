package health.backstep.backbone.export;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row as the text of a JSON object. A patient can have some thousand rows, and as trees they
 * would take many times the memory.
 */
@Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class)
public record ExportedRow(@Schema(hidden = true) String json) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ExportedRow of(JsonNode row) {
    return new ExportedRow(row.toString());
  }

  @Override
  @JsonValue
  @JsonRawValue
  public String json() {
    return json;
  }
}
