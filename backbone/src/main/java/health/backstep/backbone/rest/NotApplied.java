package health.backstep.backbone.rest;

/** Says that an event has not been taken in within the time that the caller wanted to wait. */
public record NotApplied(boolean applied) {

  public static final NotApplied YET = new NotApplied(false);
}
