package health.backstep.safety.history;

import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.history.PlanEvent.ReviewDecision;
import health.backstep.plan.history.PlanEvent.Severity;
import health.backstep.safety.history.Happening.Assessed;
import health.backstep.safety.history.Happening.ClearanceWithdrawn;
import health.backstep.safety.history.Happening.Cleared;
import health.backstep.safety.history.Happening.Flared;
import health.backstep.safety.history.Happening.LapseNoticed;
import health.backstep.safety.history.Happening.RedFlagged;
import health.backstep.safety.history.Happening.Registered;
import health.backstep.safety.history.Happening.Reviewed;
import health.backstep.safety.history.Happening.SessionDone;
import health.backstep.safety.history.Happening.Settled;
import health.backstep.safety.history.Happening.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes up a patient and what happens to them: the same seed, the same history. */
public final class Histories {

  private static final int PLACES = 14;

  private final Chance chance;
  private final Course course;
  private final Patient patient;
  private final List<Happening> happenings = new ArrayList<>();

  private Histories(long seed) {
    this.chance = new Chance(new SplittableRandom(seed));
    this.course = chance.of(Course.values());
    this.patient = new Patient(chance, course);
  }

  public static List<Happening> of(long seed) {
    Histories history = new Histories(seed);
    history.begin();
    int more = history.chance.between(1, history.course == Course.STEADY ? 36 : 24);
    for (int i = 0; i < more; i++) {
      history.next();
    }
    return List.copyOf(history.happenings);
  }

  /** Most come in order; some without clearance, assessed before they are registered, or never. */
  private void begin() {
    switch (chance.weighted(85, 5, 5, 5)) {
      case 0 -> add(registered(0), cleared(), assessed());
      case 1 -> add(assessed(), registered(5), cleared());
      case 2 -> add(registered(0), assessed());
      default -> add(cleared(), assessed(), registered(1));
    }
  }

  private void next() {
    switch (chance.weighted(course.weights())) {
      case 0 -> add(session());
      case 1 -> add(flare());
      case 2 -> add(new Settled(soon(), onTheWay()));
      case 3 -> assess();
      case 4 -> add(cleared());
      case 5 -> add(new ClearanceWithdrawn(gap()));
      case 6 -> add(registered(gap()));
      case 7 -> flag();
      case 8 -> add(new LapseNoticed(chance.between(60, 30_000)));
      default -> review();
    }
  }

  /** An assessment ends an open flare (FL-EPISODE). */
  private void assess() {
    add(assessed());
    if (chance.in100(80)) {
      add(new Settled(1, 0));
    }
  }

  /** A red flag withdraws the clearance; mostly a doctor has looked at it later. */
  private void flag() {
    add(new RedFlagged(gap(), onTheWay(), chance.in100(50)));
    if (chance.in100(85)) {
      add(new ClearanceWithdrawn(chance.between(0, 3)));
    }
    if (chance.in100(70)) {
      add(cleared());
    }
  }

  private void review() {
    switch (chance.weighted(55, 20, 25)) {
      case 0 -> add(new Reviewed(gap(), ReviewDecision.RESUME, List.of()));
      case 1 -> add(new Reviewed(gap(), ReviewDecision.HOLD, List.of()));
      default -> add(new Reviewed(gap(), ReviewDecision.EDIT, wishes()));
    }
  }

  private List<Wish> wishes() {
    List<Wish> wishes = new ArrayList<>();
    int more = chance.between(1, 3);
    for (int i = 0; i < more; i++) {
      wishes.add(
          new Wish(chance.of(Wish.Sort.values()), chance.between(0, 99), chance.between(1, 4)));
    }
    return List.copyOf(wishes);
  }

  private Registered registered(int minutesLater) {
    return new Registered(
        minutesLater,
        chance.someOf(Equipment.values(), chance.of(0, 0, 15, 40, 100)),
        chance.of(5, 6, 8, 10, 10, 15, 20, 25, 30, 45, 60, chance.between(5, 60)),
        chance.between(1, 7),
        age());
  }

  private int age() {
    return chance.in100(8) ? Registered.AGE_UNKNOWN : chance.between(16, 90);
  }

  private Cleared cleared() {
    return new Cleared(
        chance.of(1, 30, 600, 1440),
        chance.in100(course == Course.STEADY ? 70 : 40),
        chance.in100(65) ? 0 : chance.of(1, 7, 14, 30, 90));
  }

  private Assessed assessed() {
    return new Assessed(gap(), patient.findings());
  }

  private SessionDone session() {
    boolean well = chance.in100(course == Course.STEADY ? 92 : 70);
    return new SessionDone(
        chance.between(1_000, 5_500),
        onTheWay(),
        chance.weighted(94, 4, 2),
        well,
        well ? chance.of(80, 90, 100, 100, 100) : chance.between(0, 100),
        well ? chance.bits(PLACES, 4) : chance.bits(PLACES, 25),
        chance.bits(PLACES, patient.spare()),
        chance.in100(5) ? chance.bits(PLACES, 20) : 0);
  }

  private Flared flare() {
    return new Flared(
        soon(),
        onTheWay(),
        chance.in100(70) ? 0 : chance.between(1, 3_000),
        chance.weighted(9, 80, 8, 3) - 1,
        chance.of(
            Severity.MILD, Severity.MILD, Severity.MODERATE, Severity.MODERATE, Severity.SEVERE),
        chance.in100(15),
        chance.bits(PLACES, chance.of(0, 10, 15, 30)) | (chance.in100(5) ? Flared.UNKNOWN : 0));
  }

  private int onTheWay() {
    return chance.in100(88) ? 0 : chance.of(1, 10, 120, 2_000, 20_000);
  }

  /** Minutes to days. */
  private int soon() {
    return chance.of(1, 30, 300, 1_440, 2_880, chance.between(1, 10_000));
  }

  /** Minutes to weeks. */
  private int gap() {
    return chance.of(1, 10, 720, 2_880, 10_080, 20_160, chance.between(1, 45_000));
  }

  private void add(Happening... some) {
    happenings.addAll(List.of(some));
  }
}
