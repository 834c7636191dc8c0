package health.backstep.profile.redflag;

import java.util.Optional;

/** The safety questions of every assessment, each a sign that may need a clinician first. */
public enum RedFlag {
  SADDLE_NUMBNESS(Urgency.EMERGENCY),
  BLADDER_OR_BOWEL_CHANGE(Urgency.EMERGENCY),
  /** Answered on its own scale, which also says how urgent it is: {@link LegWeakness}. */
  LEG_WEAKNESS,
  CANCER_HISTORY(Urgency.URGENT),
  UNEXPLAINED_WEIGHT_LOSS(Urgency.URGENT),
  FEVER_OR_INFECTION(Urgency.URGENT),
  INTRAVENOUS_DRUG_USE(Urgency.URGENT),
  IMMUNOSUPPRESSION(Urgency.URGENT),
  PROLONGED_STEROIDS(Urgency.URGENT),
  SIGNIFICANT_TRAUMA(Urgency.URGENT),
  SPINE_CONTUSION(Urgency.URGENT),
  KNOWN_FRACTURE_OR_TUMOUR(Urgency.URGENT),
  SPINAL_SURGERY_WITHIN_YEAR(Urgency.URGENT);

  private final Optional<Urgency> urgencyOfYes;

  RedFlag() {
    this.urgencyOfYes = Optional.empty();
  }

  RedFlag(Urgency urgencyOfYes) {
    this.urgencyOfYes = Optional.of(urgencyOfYes);
  }

  /** How urgent a yes is; empty for the question that has a scale of its own. */
  public Optional<Urgency> urgencyOfYes() {
    return urgencyOfYes;
  }

  public boolean isYesNoQuestion() {
    return urgencyOfYes.isPresent();
  }
}
