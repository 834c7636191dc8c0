package health.backstep.plan.catalogue;

/**
 * One thing that is wrong with the reviewed exercises.
 *
 * @param file that it stands in
 * @param exercise id, or the place in the file of one without an id
 * @param place JSON pointer into the exercise, for example {@code /levels/0/sets}
 * @param message what is wrong and what would be right
 */
public record CatalogueFault(String file, String exercise, String place, String message) {

  @Override
  public String toString() {
    return file + ": " + exercise + " at " + place + ": " + message;
  }
}
