package health.backstep.simulation;

import health.backstep.profile.classification.Classification;
import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.ClearanceStatus;
import health.backstep.profile.screening.Triage;
import health.backstep.session.reading.Reading;
import java.util.Optional;

/** What a record was read as. */
public sealed interface Found {

  /** An assessment, screened and classified. */
  record Screened(Triage triage, Classification classification) implements Found {}

  /** A word of a health professional. */
  record ClearanceGiven(ClearanceStatus status, boolean loading) implements Found {
    static ClearanceGiven of(Clearance clearance) {
      return new ClearanceGiven(clearance.status(), clearance.loading());
    }
  }

  /**
   * A session, check-in or flare.
   *
   * @param donePercent done against asked, 0-100; for sessions only
   */
  record Read(Reading reading, Optional<Integer> donePercent) implements Found {}
}
