package health.backstep.security.canary;

import java.util.Arrays;
import java.util.Locale;

/** What a canary stands for. {@code canaries.csv} says of each kind where it may be found. */
public enum Kind {
  /** The partner's own id of a patient. */
  EXTERNAL_ID,
  /** Who gave clearance or reviewed a plan. */
  CLINICIAN,
  /** What a clinician wrote for a patient. */
  WORDS,
  /** Of the patient; a zone with few inhabitants. */
  TIME_ZONE,
  /** The day on which the pain began, decades ago. */
  ONSET,
  /** When the clearance ends, in a year that nothing else names. */
  VALID_UNTIL,
  /** The answers of a questionnaire, in an order that nothing else has. */
  QUESTIONNAIRE,
  /**
   * Names of fields and values that stand beside numbers too common to be searched for: pain from 0
   * to 10, a birth year, yes and no.
   */
  ANSWER,
  /** The exercise that a patient holds responsible. */
  TRIGGER,
  /** A text in a simulation, of which nothing is kept. */
  SIMULATED,
  /** The subject of a token: a client or a person. */
  SUBJECT,
  /** What proves who somebody is. */
  TOKEN,
  /** An idempotency key of a call about a patient. */
  KEY_OF_PATIENT,
  /** An idempotency key of any other call. */
  KEY,
  /** An address where messages are sent, which can hold a secret of the partner's. */
  WEBHOOK_URL,
  WEBHOOK_DESCRIPTION,
  WEBHOOK_SECRET,
  /** In a record that cannot be handled, under a patient's key. */
  RECORD,
  /** In one under a key that is nobody's. */
  RECORD_OF_NOBODY,
  /** A value in a body that is refused. */
  REFUSED_VALUE,
  /** A field that there is not. */
  REFUSED_NAME,
  REFUSED_PATH,
  REFUSED_QUERY,
  REFUSED_HEADER;

  /** As it stands in {@code canaries.csv}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As it stands in braces in {@code story.yaml}. */
  public String placeholder() {
    String[] words = name().split("_", -1);
    StringBuilder name = new StringBuilder(words[0].toLowerCase(Locale.ROOT));
    for (int later = 1; later < words.length; later++) {
      name.append(words[later].charAt(0))
          .append(words[later].substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  /** Whether a canary of this kind is put into the text. */
  public boolean isNamedIn(String text) {
    return text.contains("{" + placeholder() + "}");
  }

  static Kind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of canary '" + word + "'"));
  }
}
