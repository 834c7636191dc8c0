package health.backstep.stack.bench;

import java.util.List;

/**
 * The patients, by what they do.
 *
 * @param training post sessions
 * @param reading are only read; their plans are as they were made
 * @param flaring flare once each
 */
record Cohorts(List<String> training, List<String> reading, List<String> flaring) {

  static Cohorts of(List<String> patients, BenchPlan plan) {
    int training = plan.inSessions(patients.size());
    int reading = training + plan.inReads(patients.size());
    return new Cohorts(
        patients.subList(0, training),
        patients.subList(training, reading),
        patients.subList(reading, patients.size()));
  }
}
