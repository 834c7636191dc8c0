package health.backstep.analytics;

/** What keeps the program from running, and what to do about it, for the person who started it. */
final class Refused extends Exception {

  Refused(String message) {
    super(message);
  }
}
