package health.backstep.stack.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read, for they hold health data, and that are on the disk. */
final class OwnFiles {

  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";

  private OwnFiles() {}

  static Path makeFolder(Path folder) throws IOException {
    return Files.createDirectory(folder, withPermissions(FOLDER));
  }

  static void makeFolders(Path folder) throws IOException {
    Files.createDirectories(folder, withPermissions(FOLDER));
  }

  static Path make(Path file) throws IOException {
    return Files.createFile(file, withPermissions(FILE));
  }

  static void write(Path file, byte[] content) throws IOException {
    Files.write(make(file), content);
    sync(file);
  }

  /** Returns when what was written there, or into that folder, survives a loss of power. */
  static void sync(Path path) throws IOException {
    StandardOpenOption option =
        Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> withPermissions(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
