package health.backstep.docs;

import health.backstep.rules.Rule;

/** The parts of the clinical rules, in the order in which a patient meets them. */
enum Chapter {
  SCREENING(
      "Screening",
      "Before anything else: may this person exercise on their own? An unanswered safety question"
          + " is unknown, never no; the assessment is sent back.",
      "RF|CL"),
  CLASSIFICATION(
      "Classification",
      "What kind of back pain is it, how easily is it stirred up, and where to begin?",
      "AC|NRS|IR|DP|TB|SB|PROM|OUT"),
  BUILDING("Building a routine", "Which exercises, in which order, how much and how often.", "PL"),
  READING(
      "Reading a session",
      "How a session, a check-in or a patient's own report is read: green, amber, soreness or"
          + " flare.",
      "PM|SO|FL|AD"),
  CHANGING(
      "Changing a plan",
      "How far a plan steps back, when it comes back, and when it grows.",
      "RG|PR|RE|RV"),
  OTHER("More rules", "Rules of no chapter above.", "");

  private final String title;
  private final String introduction;
  private final String families;

  Chapter(String title, String introduction, String families) {
    this.title = title;
    this.introduction = introduction;
    this.families = families;
  }

  /** By the letters that the rule's id begins with. */
  static Chapter of(Rule rule) {
    String family = rule.id().replaceFirst("-.*", "");
    for (Chapter chapter : values()) {
      if (family.matches(chapter.families)) {
        return chapter;
      }
    }
    return OTHER;
  }

  String title() {
    return title;
  }

  String introduction() {
    return introduction;
  }
}
