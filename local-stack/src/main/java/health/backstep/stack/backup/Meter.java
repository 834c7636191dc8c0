package health.backstep.stack.backup;

/** Sees how far something long has come. */
public interface Meter {

  /** So many bytes are to be worked on. */
  void begin(String what, long bytes);

  /** So many of them are done. */
  void reach(long bytes);

  /** For tests, which nobody watches. */
  static Meter silent() {
    return new Meter() {
      @Override
      public void begin(String what, long bytes) {}

      @Override
      public void reach(long bytes) {}
    };
  }
}
