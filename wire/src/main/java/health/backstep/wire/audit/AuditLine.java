package health.backstep.wire.audit;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A line of a chain. Its hash is the SHA-256 of thirteen texts in UTF-8, joined by line feeds: the
 * word {@code backstep-audit-1}, chain, sequence, at (UTC with six decimal places and {@code Z}),
 * client, operation, objectType, objectDigest, status, code, times, traceId, previous; U+0000 where
 * there is none, which no text can be.
 *
 * @param sequence from 1, without gaps
 * @param previous the hash of the line before; 64 zeros for the first
 * @param hash of this line, 64 hexadecimal digits
 */
public record AuditLine(
    String chain, long sequence, AuditEntry entry, String previous, String hash) {

  private static final String FORM = "backstep-audit-1";
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** The entry as the next line of its chain. */
  public static AuditLine after(ChainHead head, AuditEntry entry) {
    long sequence = head.sequence() + 1;
    String hash = Hashes.of(form(head.chain(), sequence, entry, head.hash()));
    return new AuditLine(head.chain(), sequence, entry, head.hash(), hash);
  }

  /** Where the chain ends with this line. */
  public ChainHead head() {
    return new ChainHead(chain, sequence, hash);
  }

  /** Whether the hash is that of what the line says. */
  boolean isAsWritten() {
    return hash.equals(Hashes.of(form(chain, sequence, entry, previous)));
  }

  private static String form(String chain, long sequence, AuditEntry entry, String previous) {
    return String.join(
        "\n",
        FORM,
        chain,
        Long.toString(sequence),
        MICROSECONDS.format(entry.at()),
        Hashes.text(entry.client()),
        Hashes.text(entry.operation()),
        Hashes.text(entry.objectType()),
        Hashes.text(entry.objectDigest()),
        Integer.toString(entry.status()),
        Hashes.text(entry.code()),
        Long.toString(entry.times()),
        Hashes.text(entry.traceId()),
        previous);
  }
}
