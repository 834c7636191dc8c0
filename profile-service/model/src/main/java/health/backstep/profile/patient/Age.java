package health.backstep.profile.patient;

import java.time.LocalDate;

/**
 * An age in whole years, known only as far as a birth year tells: before the birthday {@code
 * youngest}, from it on {@code oldest}. Rules ask what the age may be, so that the year in doubt
 * falls on the careful side.
 *
 * @param youngest whole years before this year's birthday
 * @param oldest whole years after this year's birthday
 */
public record Age(int youngest, int oldest) {

  /**
   * The articles that Backstep rests on speak of adults, back pain in children is a warning sign by
   * itself, and 16 is the age at which young people may consent to a digital service.
   */
  public static final int YOUNGEST_SERVED = 16;

  /** A birth year that makes a patient older than this is a slip of the keyboard. */
  public static final int OLDEST_SERVED = 110;

  public static Age of(int birthYear, LocalDate day) {
    int oldest = day.getYear() - birthYear;
    return new Age(oldest - 1, oldest);
  }

  /** The age in the calendar year so many years before. */
  public Age yearsEarlier(int years) {
    return new Age(youngest - years, oldest - years);
  }

  public boolean mayBeOver(int years) {
    return oldest > years;
  }

  public boolean mayBeUnder(int years) {
    return youngest < years;
  }

  /** Whether the product is for a person of this age. */
  public boolean isServed() {
    return oldest >= YOUNGEST_SERVED && youngest <= OLDEST_SERVED;
  }
}
