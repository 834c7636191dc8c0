package health.backstep.rules;

import com.fasterxml.jackson.annotation.JsonProperty;

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

  /** The name as callers see it, for example {@code source-article}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
