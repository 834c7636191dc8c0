package health.backstep.session;

/** Where session-service publishes. */
public final class SessionTopic {

  public static final String EVENTS = "pt.session.events.v1";

  private SessionTopic() {}
}
