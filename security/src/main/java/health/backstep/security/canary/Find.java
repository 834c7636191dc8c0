package health.backstep.security.canary;

/**
 * A canary that got somewhere.
 *
 * @param excerpt what stands around it there
 */
public record Find(Canary canary, String place, String excerpt) {

  @Override
  public String toString() {
    return place + ": " + canary + "\n    " + excerpt;
  }
}
