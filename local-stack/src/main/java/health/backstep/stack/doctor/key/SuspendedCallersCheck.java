package health.backstep.stack.doctor.key;

import health.backstep.stack.doctor.Amount;
import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether the list of suspended callers can be read: a service does not start with one that cannot.
 *
 * @param byContainers whether users of containers read it, who are nobody out here
 */
public record SuspendedCallersCheck(Path file, boolean byContainers) implements Check {

  private static final int TENANT_AND_SUBJECT = 2;

  @Override
  public Subject subject() {
    return new Subject("suspended-callers", file.toString(), "ls -l " + file);
  }

  @Override
  public List<Finding> look() throws IOException {
    if (Files.notExists(file)) {
      return List.of(subject().ok("there is none: nobody is suspended"));
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return List.of(subject().wrong("is no file that can be read", mend()));
    }
    if (byContainers && !othersRead()) {
      return List.of(subject().wrong("cannot be read in the containers", "chmod o+r " + file));
    }
    return lines();
  }

  /** A text that is not UTF-8 cannot be read either. */
  private List<Finding> lines() {
    try {
      return List.of(finding(Files.readAllLines(file)));
    } catch (IOException e) {
      return List.of(subject().wrong("is no text in UTF-8", mend()));
    }
  }

  private Finding finding(List<String> lines) {
    List<Integer> odd =
        IntStream.range(0, lines.size())
            .filter(number -> words(lines.get(number)) > TENANT_AND_SUBJECT)
            .mapToObj(number -> number + 1)
            .toList();
    if (!odd.isEmpty()) {
      return subject()
          .warning(
              "has lines that suspend nobody, for they are not TENANT or TENANT SUBJECT: " + odd,
              "mend these lines in " + file);
    }
    long entries = lines.stream().filter(line -> words(line) > 0).count();
    return subject().ok("suspends " + Amount.of(entries, "caller"));
  }

  private static int words(String line) {
    String entry = line.replaceFirst("#.*", "").strip();
    return entry.isEmpty() ? 0 : List.of(entry.split("\\s+")).size();
  }

  private boolean othersRead() throws IOException {
    return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
  }

  private String mend() {
    return "mend it, or remove it to let everybody in: ls -l " + file;
  }
}
