package health.backstep.backbone.export;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A patient's rows of one kind.
 *
 * @param name of the kind, camel case
 * @param about what such a row is, one sentence
 * @param columns names of the fields that every row has, in their order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExportedTable(
    String name, String about, List<String> columns, List<ExportedRow> rows) {

  public ExportedTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
