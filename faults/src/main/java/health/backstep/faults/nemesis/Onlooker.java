package health.backstep.faults.nemesis;

/** Watches a nemesis at work, to tell a person what is going on. Called from several threads. */
public interface Onlooker {

  default void begins(Fault fault) {}

  /** The fault is put right; the services have to recover now. */
  default void ends(Fault fault) {}

  /** The platform is healthy again, or was given up. */
  default void isOver(Strike strike) {}

  /** Somebody who looks away. */
  static Onlooker silent() {
    return new Onlooker() {};
  }
}
