package health.backstep.session.redflag;

/**
 * The warning signs of RF-EMERGENCY and RF-URGENT. Weakness on one side is urgent also while it is
 * stable: a nerve sign that a clinician looks at before any exercise.
 */
public enum RedFlag {
  SADDLE_NUMBNESS(Urgency.EMERGENCY),
  BLADDER_OR_BOWEL_CHANGE(Urgency.EMERGENCY),
  LEG_WEAKNESS_BOTH_SIDES(Urgency.EMERGENCY),
  LEG_WEAKNESS_QUICKLY_WORSENING(Urgency.EMERGENCY),
  LEG_WEAKNESS_ONE_SIDE_PROGRESSIVE(Urgency.URGENT),
  LEG_WEAKNESS_ONE_SIDE_STABLE(Urgency.URGENT),
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

  private final Urgency urgency;

  RedFlag(Urgency urgency) {
    this.urgency = urgency;
  }

  public Urgency urgency() {
    return urgency;
  }
}
