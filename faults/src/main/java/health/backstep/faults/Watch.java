package health.backstep.faults;

import health.backstep.faults.load.Journal;
import health.backstep.faults.nemesis.Onlooker;

/** Is told what a run is doing. */
public interface Watch extends Onlooker {

  /**
   * A new part of the run begins.
   *
   * @param journal what the patients have asked so far
   */
  default void phase(String what, Journal journal) {}

  /** For tests, which nobody watches. */
  static Watch silent() {
    return new Watch() {};
  }
}
