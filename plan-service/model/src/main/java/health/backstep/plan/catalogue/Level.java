package health.backstep.plan.catalogue;

/**
 * One step of an exercise's ladder.
 *
 * @param number from 1, each at least as hard as the one before
 * @param variation how this level is done, in few words
 */
public record Level(int number, String variation, Dose dose) {}
