package health.backstep.plan.catalogue;

/** An exercise and the file in which it was reviewed. */
public record Reviewed(String file, Exercise exercise) {

  CatalogueFault fault(String place, String message) {
    return new CatalogueFault(file, exercise.id(), place, message);
  }
}
