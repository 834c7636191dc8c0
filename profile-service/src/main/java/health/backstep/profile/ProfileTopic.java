package health.backstep.profile;

/** Where profile-service publishes. */
public final class ProfileTopic {

  public static final String EVENTS = "pt.profile.events.v1";

  private ProfileTopic() {}
}
