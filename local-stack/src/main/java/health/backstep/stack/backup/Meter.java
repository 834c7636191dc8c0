package health.backstep.stack.backup;

/** Sees how far something long has come. */
public interface Meter {

  /** So much is to be worked on: bytes, or whatever else it is counted in. */
  void begin(String what, long all);

  /** So much of it is done. */
  void reach(long done);

  /** For tests, which nobody watches. */
  static Meter silent() {
    return new Meter() {
      @Override
      public void begin(String what, long all) {}

      @Override
      public void reach(long done) {}
    };
  }
}
