package health.backstep.plan.webhook;

/** What became of an attempt. Only a 2xx is a success. */
public enum Outcome {
  DELIVERED("The receiver answered 2xx."),
  REDIRECTED("The receiver answered 3xx; redirects are not followed: change the URL."),
  GONE("The receiver answered 410: it wants no more messages."),
  REFUSED("The receiver answered 4xx."),
  THROTTLED("The receiver asked for a pause: 429."),
  RECEIVER_FAILED("The receiver answered 5xx, or what is no answer of HTTP."),
  NAME_UNKNOWN("The name of the host has no address, or none was found in time."),
  TARGET_REFUSED("The host is at an address that webhooks do not call."),
  NOT_CONNECTED("No connection could be made."),
  NOT_TRUSTED("The certificate is not valid for the host, or encryption failed."),
  TIMED_OUT("There was no answer in time."),
  BROKEN_OFF("The connection ended before an answer.");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** For the receiver's developers. */
  public String words() {
    return words;
  }

  /** By the status of an answer. */
  static Outcome of(int status) {
    return switch (status) {
      case 410 -> GONE;
      case 429 -> THROTTLED;
      default ->
          switch (status / 100) {
            case 2 -> DELIVERED;
            case 3 -> REDIRECTED;
            case 4 -> REFUSED;
            default -> RECEIVER_FAILED;
          };
    };
  }
}
