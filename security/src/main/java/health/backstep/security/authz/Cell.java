package health.backstep.security.authz;

/** One question to the platform and what it has to answer. */
public record Cell(Operation operation, Thing thing, Actor actor, Expected expected) {

  @Override
  public String toString() {
    return operation + ", object " + thing.word() + ", actor " + actor.name();
  }
}
