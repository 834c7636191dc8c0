package health.backstep.simulation;

import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.patient.Patient;
import java.util.Comparator;
import java.util.List;

/**
 * A patient and everything that was recorded about them.
 *
 * @param clearance from before the first record
 * @param records in the order of their times; those of equal time in the order in which they were
 *     told
 */
public record PatientHistory(Patient patient, Clearance clearance, List<HistoryRecord> records) {

  public PatientHistory {
    records = records.stream().sorted(Comparator.comparing(HistoryRecord::at)).toList();
  }
}
