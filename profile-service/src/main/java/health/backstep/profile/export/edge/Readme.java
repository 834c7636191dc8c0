package health.backstep.profile.export.edge;

import health.backstep.backbone.export.ExportedTable;
import health.backstep.backbone.export.LeftOut;
import health.backstep.backbone.export.ServicePart;
import java.util.stream.Collectors;

/** What the reader of an archive finds in it, in plain words. */
final class Readme {

  private static final String HEAD =
      """
      All that Backstep holds about one patient.

      Patient   %s
      Held for  %s
      As of     %s

      export.json has everything in one document. The other files have the same as tables, one file
      for each kind of record. They can be opened with a spreadsheet:

      - The first line names the columns. Cells are separated by commas, the text is UTF-8.
      - Times are in UTC and end with Z. An empty cell means that there is nothing to say.
      - A cell that begins with { or [ holds several things in one, written as JSON.
      - A text that begins with = + - @, a tab or a line break has an apostrophe (') before it, so
        that no spreadsheet takes it for a formula. export.json has such texts without it.

      """;

  private static final String NOT_EXPORTED =
      """

      Not in here:
      """;

  private Readme() {}

  static String of(PatientExport export) {
    return HEAD.formatted(export.patientId(), export.tenant(), export.exportedAt())
        + export.services().stream().map(Readme::files).collect(Collectors.joining("\n"))
        + NOT_EXPORTED
        + export.services().stream()
            .flatMap(part -> part.leftOut().stream().map(left -> leftOut(part, left)))
            .collect(Collectors.joining());
  }

  private static String files(ServicePart part) {
    return part.tables().isEmpty()
        ? part.service() + " holds nothing about the patient.\n"
        : part.tables().stream().map(table -> file(part, table)).collect(Collectors.joining());
  }

  private static String file(ServicePart part, ExportedTable table) {
    int rows = table.rows().size();
    return "%s (%d %s)\n    %s\n"
        .formatted(Archive.pathOf(part, table), rows, rows == 1 ? "row" : "rows", table.about());
  }

  private static String leftOut(ServicePart part, LeftOut left) {
    return "- %s, %s: %s\n".formatted(part.service(), left.name(), left.because());
  }
}
