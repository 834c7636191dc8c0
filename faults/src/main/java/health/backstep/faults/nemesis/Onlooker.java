package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Part;

/** Watches a nemesis at work, to tell a person what is going on. Called from several threads. */
public interface Onlooker {

  default void begins(Fault fault) {}

  /** The fault is put right; the services have to recover now. */
  default void ends(Fault fault) {}

  /** A part has ended by itself, such as a service that gave up while its database was away. */
  default void startsAgain(Part part) {}

  /** The platform is healthy again, or was given up. */
  default void isOver(Strike strike) {}

  /** Somebody who looks away. */
  static Onlooker silent() {
    return new Onlooker() {};
  }
}
