package health.backstep.session.flare;

import health.backstep.session.pain.Baseline;
import health.backstep.session.pain.PainReading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When readings end an episode (FL-EPISODE).
 *
 * @param baseline without one no reading is known to be calm, and only an assessment settles
 * @param zone the patient's, because it decides what a day is
 * @param days number of different days with a calm reading
 */
public record Settling(Optional<Baseline> baseline, ZoneId zone, int days) {

  DayReading read(PainReading reading) {
    boolean calm = baseline.filter(usual -> reading.pain() <= usual.pain()).isPresent();
    return new DayReading(reading.at(), calm);
  }

  LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}
