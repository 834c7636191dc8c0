package health.backstep.profile.assessment;

import health.backstep.profile.redflag.Answer;
import health.backstep.profile.redflag.RedFlagAnswers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An assessment in the making. It starts as the one in the REST contract's example. */
public final class Answers {

  public static final Instant ASSESSED_AT = Instant.parse("2026-11-20T08:00:00Z");
  public static final LocalDate ASSESSED_ON = LocalDate.of(2026, 11, 20);

  private int now = 4;
  private int average7d = 4;
  private LocalDate onset = LocalDate.of(2026, 10, 25);
  private NightPain nightPain = NightPain.NONE;
  private Settling settling = Settling.UP_TO_24_HOURS;
  private PainSource painSource = PainSource.MUSCULAR;
  private boolean adequateRest = true;
  private Set<Movement> aggravatedBy = Set.of(Movement.BENDING, Movement.SITTING);
  private Set<Movement> relievedBy = Set.of(Movement.WALKING, Movement.LYING_PRONE);
  private List<MovementTest> movementTests =
      List.of(
          new MovementTest(
              Direction.EXTENSION, LocationChange.CENTRALISED, IntensityChange.BETTER, true));
  private RedFlagAnswers redFlags = RedFlagAnswers.allNo();
  private Optional<OdiAnswers> odi =
      Optional.of(new OdiAnswers(List.of(1, 1, 2, 1, 1, 0, 1, 1, 2, 1)));
  private Optional<StartBackAnswers> startBack = Optional.of(new StartBackAnswers(3, 1));
  private Optional<RmdqAnswers> rmdq = Optional.empty();
  private Optional<PsfsScores> psfs = Optional.empty();
  private Optional<FabqPhysicalActivityAnswers> fabq = Optional.empty();
  private Optional<PseqAnswers> pseq = Optional.empty();
  private final Map<InflammatorySign, Answer> inflammatory = new EnumMap<>(InflammatorySign.class);

  public static Answers ofTheContractsExample() {
    return new Answers();
  }

  /** Little pain, few limits, settles fast: as far as a patient can get. */
  public static Answers ofAPatientWhoIsDoingWell() {
    return new Answers().pain(1).settling(Settling.UNDER_30_MINUTES).odi(10);
  }

  public Answers pain(int nowAndAverage) {
    return pain(nowAndAverage, nowAndAverage);
  }

  public Answers pain(int now, int average7d) {
    this.now = now;
    this.average7d = average7d;
    return this;
  }

  public Answers onset(LocalDate day) {
    onset = day;
    return this;
  }

  public Answers nightPain(NightPain value) {
    nightPain = value;
    return this;
  }

  public Answers settling(Settling value) {
    settling = value;
    return this;
  }

  public Answers painSource(PainSource value) {
    painSource = value;
    return this;
  }

  public Answers adequateRest(boolean value) {
    adequateRest = value;
    return this;
  }

  public Answers aggravatedBy(Movement... movements) {
    aggravatedBy = Set.copyOf(Arrays.asList(movements));
    return this;
  }

  public Answers relievedBy(Movement... movements) {
    relievedBy = Set.copyOf(Arrays.asList(movements));
    return this;
  }

  public Answers tests(MovementTest... tests) {
    movementTests = List.of(tests);
    return this;
  }

  public Answers redFlags(RedFlagAnswers answers) {
    redFlags = answers;
    return this;
  }

  /** Ten answers whose score is that many percent; even numbers only. */
  public Answers odi(int percent) {
    int sum = percent / 2;
    Integer[] items = new Integer[OdiAnswers.ITEMS];
    for (int i = 0; i < items.length; i++) {
      items[i] = Math.min(OdiAnswers.MOST_PER_ITEM, sum);
      sum -= items[i];
    }
    odi = Optional.of(new OdiAnswers(Arrays.asList(items)));
    return this;
  }

  public Answers odiUnanswered() {
    odi = Optional.of(new OdiAnswers(Collections.nCopies(OdiAnswers.ITEMS, null)));
    return this;
  }

  public Answers noQuestionnaires() {
    odi = Optional.empty();
    startBack = Optional.empty();
    return this;
  }

  public Answers startBack(int total, int psychosocial) {
    startBack = Optional.of(new StartBackAnswers(total, psychosocial));
    return this;
  }

  /** All 24 statements answered, so many with yes. */
  public Answers rmdq(int yes) {
    return rmdq(yes, RmdqAnswers.ITEMS);
  }

  /** So many statements answered, so many of these with yes. */
  public Answers rmdq(int yes, int answered) {
    Boolean[] items = new Boolean[RmdqAnswers.ITEMS];
    Arrays.fill(items, 0, answered, false);
    Arrays.fill(items, 0, yes, true);
    rmdq = Optional.of(new RmdqAnswers(Arrays.asList(items)));
    return this;
  }

  public Answers psfs(Integer... activities) {
    psfs = Optional.of(new PsfsScores(List.of(activities)));
    return this;
  }

  /** Items 2 to 5; null is not answered. */
  public Answers fabq(Integer... items) {
    fabq = Optional.of(new FabqPhysicalActivityAnswers(Arrays.asList(items)));
    return this;
  }

  public Answers pseq(Integer... items) {
    pseq = Optional.of(new PseqAnswers(Arrays.asList(items)));
    return this;
  }

  public Answers inflammatory(InflammatorySign sign, Answer answer) {
    inflammatory.put(sign, answer);
    return this;
  }

  public Assessment given() {
    PainReport pain =
        new PainReport(
            now, average7d, 6, PainLocation.LOW_BACK, PainQuality.DULL, onset, nightPain, settling);
    return new Assessment(
        ASSESSED_AT,
        ZoneId.of("Europe/Berlin"),
        pain,
        painSource,
        adequateRest,
        ActivityBefore.LIGHT,
        aggravatedBy,
        relievedBy,
        movementTests,
        redFlags,
        new Questionnaires(odi, startBack, rmdq, psfs, fabq, pseq),
        new InflammatoryAnswers(inflammatory));
  }
}
