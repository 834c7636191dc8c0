package health.backstep.session.redflag;

import static java.util.Comparator.naturalOrder;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The safety questions that came with a session, a check-in or a flare report. Each may be left
 * out: null means "not asked", which raises nothing here and is never taken for a "no" either.
 */
public record RedFlagAnswers(
    Boolean saddleNumbness,
    Boolean bladderOrBowelChange,
    LegWeakness legWeakness,
    Boolean cancerHistory,
    Boolean unexplainedWeightLoss,
    Boolean feverOrInfection,
    Boolean intravenousDrugUse,
    Boolean immunosuppression,
    Boolean prolongedSteroids,
    Boolean significantTrauma,
    Boolean spineContusion,
    Boolean knownFractureOrTumour,
    Boolean spinalSurgeryWithinYear) {

  private static final RedFlagAnswers NOT_ASKED =
      new RedFlagAnswers(
          null, null, null, null, null, null, null, null, null, null, null, null, null);

  /** No safety question came with the record. */
  public static RedFlagAnswers notAsked() {
    return NOT_ASKED;
  }

  /** The flags raised by these answers with the highest urgency among them, if there are any. */
  public Optional<RedFlagRaised> raised() {
    Set<RedFlag> flags = flags();
    return flags.stream()
        .map(RedFlag::urgency)
        .max(naturalOrder())
        .map(urgency -> new RedFlagRaised(urgency, flags));
  }

  private Set<RedFlag> flags() {
    Set<RedFlag> flags = EnumSet.noneOf(RedFlag.class);
    add(flags, saddleNumbness, RedFlag.SADDLE_NUMBNESS);
    add(flags, bladderOrBowelChange, RedFlag.BLADDER_OR_BOWEL_CHANGE);
    Optional.ofNullable(legWeakness).flatMap(LegWeakness::flag).ifPresent(flags::add);
    add(flags, cancerHistory, RedFlag.CANCER_HISTORY);
    add(flags, unexplainedWeightLoss, RedFlag.UNEXPLAINED_WEIGHT_LOSS);
    add(flags, feverOrInfection, RedFlag.FEVER_OR_INFECTION);
    add(flags, intravenousDrugUse, RedFlag.INTRAVENOUS_DRUG_USE);
    add(flags, immunosuppression, RedFlag.IMMUNOSUPPRESSION);
    add(flags, prolongedSteroids, RedFlag.PROLONGED_STEROIDS);
    add(flags, significantTrauma, RedFlag.SIGNIFICANT_TRAUMA);
    add(flags, spineContusion, RedFlag.SPINE_CONTUSION);
    add(flags, knownFractureOrTumour, RedFlag.KNOWN_FRACTURE_OR_TUMOUR);
    add(flags, spinalSurgeryWithinYear, RedFlag.SPINAL_SURGERY_WITHIN_YEAR);
    return flags;
  }

  private static void add(Set<RedFlag> flags, Boolean answer, RedFlag flag) {
    if (Boolean.TRUE.equals(answer)) {
      flags.add(flag);
    }
  }
}
