package health.backstep.stack.cli;

import health.backstep.plan.replay.Parting;
import health.backstep.stack.replay.Checked;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a replay found, in words: of each patient where the plans part, then which others differ.
 */
record CheckedReport(Checked checked) {

  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "Patients %,d, events %,d, stored plan versions %,d.%n",
        checked.patients(),
        checked.events(),
        checked.versions());
    if (checked.partings().isEmpty()) {
      out.printf(Locale.ROOT, "All %,d equal.%n", checked.versions());
    } else {
      Map<UUID, List<Parting>> byPatient =
          checked.partings().stream()
              .collect(
                  Collectors.groupingBy(
                      Parting::patientId, LinkedHashMap::new, Collectors.toList()));
      out.printf(
          Locale.ROOT,
          "%,d of them differ, of %,d patients:%n",
          checked.partings().size(),
          byPatient.size());
      byPatient.values().forEach(partings -> print(partings, out));
    }
    out.flush();
  }

  private static void print(List<Parting> ofOnePatient, PrintWriter out) {
    Parting first = ofOnePatient.getFirst();
    out.printf(
        "  patient %s, version %s%s%n",
        first.patientId(),
        first.version() == 0 ? "none" : first.version(),
        first.eventId().map(id -> ", after event " + id + " (" + first.type() + ")").orElse(""));
    first.differences().forEach(line -> out.printf("    %s%n", line));
    if (ofOnePatient.size() > 1) {
      String others =
          ofOnePatient.stream()
              .skip(1)
              .map(parting -> Integer.toString(parting.version()))
              .collect(Collectors.joining(", "));
      out.printf("    and versions that differ after it: %s%n", others);
    }
  }
}
