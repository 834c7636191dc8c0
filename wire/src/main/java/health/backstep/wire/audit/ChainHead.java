package health.backstep.wire.audit;

/**
 * The end of a chain. Whoever keeps one can tell later that nothing up to it was changed or cut
 * off.
 *
 * @param chain the tenant's name, or {@value #UNKNOWN_CALLERS}
 * @param sequence of the last line, from 1; 0 for a chain without lines
 * @param hash of the last line
 */
public record ChainHead(String chain, long sequence, String hash) {

  /** The chain of callers who proved no tenant; no tenant can have such a name. */
  public static final String UNKNOWN_CALLERS = "-";

  /** Before the first line. */
  public static ChainHead beginning(String chain) {
    return new ChainHead(chain, 0, Hashes.NONE);
  }

  @Override
  public String toString() {
    return chain + ":" + sequence + ":" + hash;
  }
}
