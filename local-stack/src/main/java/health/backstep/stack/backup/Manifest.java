package health.backstep.stack.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * What is in a backup.
 *
 * @param format of the backup; a later one is refused
 * @param begun when it was begun, by the server's clock
 * @param through what was committed before is in it
 * @param postgres the server's version; another major one cannot read the files
 * @param systemId tells the cluster from every other one
 * @param timeline of the cluster's log: each restore begins a new one
 * @param firstSegment of the log that belongs to it
 * @param lastSegment of the log that belongs to it
 * @param secretsMark tells the secrets that open it
 * @param archived whether the log was archived, too, so that more can be restored than is in it
 */
public record Manifest(
    int format,
    String begun,
    String through,
    String postgres,
    String systemId,
    long timeline,
    String firstSegment,
    String lastSegment,
    String secretsMark,
    boolean archived,
    List<Item> files) {

  static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** A file of the cluster. */
  public record Item(String name, long bytes, String sha256) {}

  public Manifest {
    files = List.copyOf(files);
  }

  /** What was committed before this moment is in the backup. */
  public Instant point() {
    return Instant.parse(through);
  }

  /** Of all files, unpacked. */
  public long bytes() {
    return files.stream().mapToLong(Item::bytes).sum();
  }

  byte[] toJson() {
    try {
      return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest cannot be written", e);
    }
  }

  /**
   * Reads it.
   *
   * @throws StackFailure when this version cannot
   */
  static Manifest of(byte[] json) {
    try {
      int format = JSON.readTree(json).path("format").asInt();
      if (format != FORMAT) {
        throw new StackFailure(
            "The backup has format %d, and this version reads format %d. Restore it with the version that made it."
                .formatted(format, FORMAT));
      }
      return JSON.readValue(json, Manifest.class);
    } catch (IOException e) {
      throw new StackFailure("The backup's manifest cannot be read: " + e.getMessage(), e);
    }
  }
}
