package health.backstep.stack.doctor;

import java.util.Locale;

/** How much something asks for a person. */
public enum Severity {
  OK,

  /** It passes by itself, or will be wrong one day. */
  WARNING,

  /** Somebody has to do something now. */
  WRONG;

  /** The mark before a finding. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
