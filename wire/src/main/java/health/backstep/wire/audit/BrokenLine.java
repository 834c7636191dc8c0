package health.backstep.wire.audit;

/**
 * Where a chain is not as it was written.
 *
 * @param sequence of the first line that is missing, changed, or where it does not belong
 * @param what in words
 */
public record BrokenLine(String chain, long sequence, String what) {

  @Override
  public String toString() {
    return "line %d of %s: %s".formatted(sequence, chain, what);
  }
}
