package health.backstep.plan.catalogue;

/** The eight priorities of CONC-ORDER, the first one first. */
public enum Purpose {
  PROTECT("It protects your lower back."),
  TARGET_REGION("It works on the lower back, the hips or the legs."),
  RELIEVE_STIFFNESS("It eases stiffness and helps you move."),
  WAKE_MUSCLES("It wakes muscles that hold your back."),
  STRENGTHEN("It strengthens muscles that carry your back."),
  VARY_CONDITIONING("It trains your endurance in a gentle way."),
  LOAD_PROGRESSIVELY("It lets muscles do a little more over time."),
  CARRY_OVER("It carries what you train into everyday movement.");

  private final String words;

  Purpose(String words) {
    this.words = words;
  }

  /** In words for the patient. */
  public String words() {
    return words;
  }
}
