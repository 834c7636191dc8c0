package health.backstep.profile.assessment.wire;

import health.backstep.profile.redflag.Answer;
import health.backstep.profile.redflag.LegWeakness;
import health.backstep.profile.redflag.RedFlag;
import health.backstep.profile.redflag.RedFlagAnswers;
import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The safety questions: every one has to be answered, because an open one is never a no. */
public record RedFlagsRequest(
    @NotNull Boolean saddleNumbness,
    @NotNull Boolean bladderOrBowelChange,
    @NotNull LegWeakness legWeakness,
    @NotNull Boolean cancerHistory,
    @NotNull Boolean unexplainedWeightLoss,
    @NotNull Boolean feverOrInfection,
    @NotNull Boolean intravenousDrugUse,
    @NotNull Boolean immunosuppression,
    @NotNull Boolean prolongedSteroids,
    @NotNull Boolean significantTrauma,
    @NotNull Boolean spineContusion,
    @NotNull Boolean knownFractureOrTumour,
    @NotNull Boolean spinalSurgeryWithinYear) {

  public RedFlagAnswers toAnswers() {
    Map<RedFlag, Answer> answers = new EnumMap<>(RedFlag.class);
    answers.put(RedFlag.SADDLE_NUMBNESS, Answer.of(saddleNumbness));
    answers.put(RedFlag.BLADDER_OR_BOWEL_CHANGE, Answer.of(bladderOrBowelChange));
    answers.put(RedFlag.CANCER_HISTORY, Answer.of(cancerHistory));
    answers.put(RedFlag.UNEXPLAINED_WEIGHT_LOSS, Answer.of(unexplainedWeightLoss));
    answers.put(RedFlag.FEVER_OR_INFECTION, Answer.of(feverOrInfection));
    answers.put(RedFlag.INTRAVENOUS_DRUG_USE, Answer.of(intravenousDrugUse));
    answers.put(RedFlag.IMMUNOSUPPRESSION, Answer.of(immunosuppression));
    answers.put(RedFlag.PROLONGED_STEROIDS, Answer.of(prolongedSteroids));
    answers.put(RedFlag.SIGNIFICANT_TRAUMA, Answer.of(significantTrauma));
    answers.put(RedFlag.SPINE_CONTUSION, Answer.of(spineContusion));
    answers.put(RedFlag.KNOWN_FRACTURE_OR_TUMOUR, Answer.of(knownFractureOrTumour));
    answers.put(RedFlag.SPINAL_SURGERY_WITHIN_YEAR, Answer.of(spinalSurgeryWithinYear));
    return new RedFlagAnswers(answers, Optional.of(legWeakness));
  }
}
