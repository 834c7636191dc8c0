package health.backstep.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/**
 * How well a rule is founded, from strongest to weakest. Callers see it; nothing pretends to be
 * better founded.
 */
public enum Evidence {
  @JsonProperty("guideline")
  GUIDELINE,
  @JsonProperty("trial")
  TRIAL,
  @JsonProperty("consensus")
  CONSENSUS,
  /** One of the five articles that Backstep is built on. */
  @JsonProperty("source-article")
  SOURCE_ARTICLE,
  /** Shown for another body part or condition. */
  @JsonProperty("extrapolated")
  EXTRAPOLATED,
  /** Ours; no evidence found. */
  @JsonProperty("design")
  DESIGN;

  /** The grade of that {@link #label}. */
  public static Optional<Evidence> labelled(String label) {
    return Arrays.stream(values()).filter(grade -> grade.label().equals(label)).findFirst();
  }

  /** The name as callers see it, for example {@code source-article}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
