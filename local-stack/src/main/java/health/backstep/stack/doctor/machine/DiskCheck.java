package health.backstep.stack.doctor.machine;

import health.backstep.stack.doctor.Amount;
import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Limits;
import health.backstep.stack.doctor.Subject;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether there is room where the data is. PostgreSQL and Kafka stop when there is none.
 *
 * @param folder of the data; it may still be missing
 * @param shows the command that shows what takes the room
 */
public record DiskCheck(Path folder, String shows, Limits limits) implements Check {

  @Override
  public Subject subject() {
    return new Subject("disk", folder.toString(), "df -h " + folder);
  }

  @Override
  public List<Finding> look() throws IOException {
    FileStore disk = Files.getFileStore(existing());
    long free = disk.getUsableSpace();
    String words =
        "%s of %s are free".formatted(Amount.ofBytes(free), Amount.ofBytes(disk.getTotalSpace()));
    if (free < limits.diskWrong()) {
      return List.of(
          subject().wrong(words + ": PostgreSQL and Kafka stop without room", makeRoom()));
    }
    return List.of(
        free < limits.diskWarning() ? subject().warning(words, makeRoom()) : subject().ok(words));
  }

  private String makeRoom() {
    return "make room; this shows what takes it: " + shows;
  }

  private Path existing() {
    Path there = folder.toAbsolutePath();
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }
}
