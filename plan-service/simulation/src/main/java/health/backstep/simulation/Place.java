package health.backstep.simulation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a record stands in the request. Everything that comes of the record is named after it, so
 * that the same history gives the same ids.
 *
 * @param pointer JSON pointer (RFC 6901), for example {@code /history/3}
 */
public record Place(String pointer) {

  public static final Place PATIENT = new Place("/patient");
  public static final Place CLEARANCE = new Place("/clearance");
  public static final Place ASSESSMENT = new Place("/assessment");

  /** The entry of the history, counted from 0. */
  public static Place history(int index) {
    return new Place("/history/" + index);
  }

  /** The id of what came of the record. */
  public UUID idOf(String thing) {
    return UUID.nameUUIDFromBytes((pointer + " " + thing).getBytes(StandardCharsets.UTF_8));
  }
}
