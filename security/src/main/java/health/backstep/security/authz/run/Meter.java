package health.backstep.security.authz.run;

/** Is told how far a run is. */
@FunctionalInterface
public interface Meter {

  /** So many of all are done; called from several threads at once. */
  void reach(long done, long all);

  /** For runs that nobody watches. */
  static Meter silent() {
    return (done, all) -> {};
  }
}
