package health.backstep.profile.export.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.export.ExportedTable;
import health.backstep.backbone.export.ServicePart;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An export as a ZIP: a table for each kind of row, the document as JSON, and a file to begin with.
 */
final class Archive implements StreamingOutput {

  private final PatientExport export;
  private final ObjectMapper json;

  Archive(PatientExport export, ObjectMapper json) {
    this.export = export;
    this.json = json;
  }

  /** Where a table lies in the archive, such as {@code plan/planVersions.csv}. */
  static String pathOf(ServicePart part, ExportedTable table) {
    return part.service().replace("-service", "") + "/" + table.name() + ".csv";
  }

  @Override
  public void write(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      begin(zip, "README.txt");
      zip.write(Readme.of(export).getBytes(StandardCharsets.UTF_8));
      begin(zip, "export.json");
      json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(zip, export);
      CsvTables tables = new CsvTables(json);
      for (ServicePart part : export.services()) {
        for (ExportedTable table : part.tables()) {
          begin(zip, pathOf(part, table));
          tables.write(table, zip);
        }
      }
    }
  }

  private void begin(ZipOutputStream zip, String path) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setLastModifiedTime(FileTime.from(export.exportedAt()));
    zip.putNextEntry(entry);
  }
}
