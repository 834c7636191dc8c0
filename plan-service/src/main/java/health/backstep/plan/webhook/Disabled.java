package health.backstep.plan.webhook;

/** Why an endpoint gets no messages. */
public enum Disabled {
  GONE("The receiver answered 410 Gone."),
  FAILING("For days every attempt failed."),
  BY_PARTNER("It was switched off by a call.");

  private final String words;

  Disabled(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
