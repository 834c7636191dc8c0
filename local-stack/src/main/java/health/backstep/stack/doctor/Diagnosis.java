package health.backstep.stack.doctor;

import java.util.List;

/** All findings, in the order of the checks. */
public record Diagnosis(List<Finding> findings) {

  public Diagnosis {
    findings = List.copyOf(findings);
  }

  public boolean isWell() {
    return count(Severity.WRONG) == 0;
  }

  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
