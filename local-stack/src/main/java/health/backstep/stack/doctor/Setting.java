package health.backstep.stack.doctor;

import java.time.Clock;

/**
 * What all checks of one examination have in common.
 *
 * @param clock ours, against which others are held
 */
public record Setting(Place place, Limits limits, Clock clock) {

  public static Setting of(Place place) {
    return new Setting(place, Limits.standard(), Clock.systemUTC());
  }
}
