package health.backstep.profile.export.edge;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import health.backstep.backbone.export.ExportedRow;
import health.backstep.backbone.export.ExportedTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Tables as CSV (RFC 4180, UTF-8, names of the columns in the first line). What a field holds in
 * itself stands in its cell as JSON.
 */
final class CsvTables {

  /** With any of these a spreadsheet takes a text for something to be computed. */
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final ObjectMapper json;

  CsvTables(ObjectMapper json) {
    this.json = json;
  }

  /** Writes the table and leaves the stream open. */
  void write(ExportedTable table, OutputStream out) throws IOException {
    CsvSchema.Builder schema = CsvSchema.builder().setLineSeparator("\r\n");
    for (String column : table.columns()) {
      schema.addColumn(column);
    }
    try (SequenceWriter lines = CSV.writer(schema.build()).writeValues(out)) {
      lines.write(table.columns());
      for (ExportedRow row : table.rows()) {
        lines.write(cells(table, json.readTree(row.json())));
      }
    }
  }

  private static List<String> cells(ExportedTable table, JsonNode row) {
    return table.columns().stream().map(column -> cell(row.path(column))).toList();
  }

  /**
   * A text that a spreadsheet would compute gets an apostrophe before it; numbers stay as they are.
   */
  static String cell(JsonNode value) {
    if (value.isTextual()) {
      String text = value.asText();
      return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
    return value.isContainerNode() ? value.toString() : value.isNull() ? "" : value.asText();
  }
}
