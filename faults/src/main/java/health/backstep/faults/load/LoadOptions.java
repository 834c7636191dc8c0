package health.backstep.faults.load;

/**
 * How much is asked of the services.
 *
 * @param seed what the patients do comes from it
 * @param patients how many live at the same time
 * @param perSecond requests in all, when nothing is in their way
 */
public record LoadOptions(long seed, int patients, double perSecond) {

  private static final int PATIENTS = 24;
  private static final double PER_SECOND = 12;

  public static LoadOptions gentle(long seed) {
    return new LoadOptions(seed, PATIENTS, PER_SECOND);
  }
}
