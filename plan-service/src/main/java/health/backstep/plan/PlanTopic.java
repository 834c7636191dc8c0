package health.backstep.plan;

/** Where plan-service publishes. */
public final class PlanTopic {

  public static final String EVENTS = "pt.plan.events.v1";
  public static final String STATE = "pt.plan.state.v1";

  private PlanTopic() {}
}
