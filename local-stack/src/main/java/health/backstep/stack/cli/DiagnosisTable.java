package health.backstep.stack.cli;

import health.backstep.stack.doctor.Amount;
import health.backstep.stack.doctor.Diagnosis;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Severity;
import java.io.PrintWriter;

/** A line for each finding and, unless all is well with it, one for what to do. */
record DiagnosisTable(Diagnosis diagnosis) {

  void print(PrintWriter out) {
    diagnosis.findings().forEach(finding -> print(finding, out));
    out.printf(
        "%d wrong, %s, %d ok.%n",
        diagnosis.count(Severity.WRONG),
        Amount.of(diagnosis.count(Severity.WARNING), "warning"),
        diagnosis.count(Severity.OK));
  }

  private static void print(Finding finding, PrintWriter out) {
    out.printf(
        "%-8s %-17s  %s: %s%n",
        finding.severity().word(),
        finding.check(),
        Printable.text(finding.where()),
        Printable.text(finding.what()));
    finding.remedy().ifPresent(remedy -> out.printf("         do: %s%n", Printable.text(remedy)));
  }
}
