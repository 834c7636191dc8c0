package health.backstep.backbone.inbox;

import health.backstep.backbone.event.CloudEventHeaders;
import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.wire.UnreadableEvent;
import java.util.regex.Pattern;

/** Reads what the headers say. The payload is left to the handler of its type. */
final class RecordReader {

  /** Source and type become parts of keys and counters, so that they are short and printable. */
  private static final Pattern NAME = Pattern.compile("[!-~]{1,200}");

  private RecordReader() {}

  /**
   * Reads a record from a topic.
   *
   * @throws Refused naming the header that is missing or malformed
   */
  static ReadEvent read(IncomingRecord incoming) {
    try {
      ReadEvent read = readAgain(incoming);
      check(read.event(), incoming);
      return read;
    } catch (UnreadableEvent e) {
      throw new Refused(DeadLetterCause.HEADER_UNREADABLE, e.getMessage());
    }
  }

  /** Reads a record that was read before. */
  static ReadEvent readAgain(IncomingRecord incoming) {
    return new ReadEvent(CloudEventHeaders.read(incoming.headers(), incoming.payload()), incoming);
  }

  private static void check(EventEnvelope event, IncomingRecord incoming) {
    if (!Tenant.isName(event.tenant())) {
      throw new UnreadableEvent("header ce_tenant is not a tenant's name");
    }
    if (!NAME.matcher(event.source()).matches()) {
      throw new UnreadableEvent("header ce_source is not 1 to 200 printable characters");
    }
    if (!NAME.matcher(event.type()).matches()) {
      throw new UnreadableEvent("header ce_type is not 1 to 200 printable characters");
    }
    if (!event.patientId().toString().equals(incoming.key())) {
      throw new UnreadableEvent("the record's key is not its ce_subject");
    }
  }
}
