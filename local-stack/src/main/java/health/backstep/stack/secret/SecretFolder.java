package health.backstep.stack.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Files that only their owner may read: what others could read, they cannot get to through the
 * folder. Each appears whole or not at all.
 */
record SecretFolder(Path path) {

  private static final String OWNER_FILE = "rw-------";
  private static final String PUBLIC_FILE = "rw-r--r--";
  private static final String OWNER_FOLDER = "rwx------";

  static SecretFolder in(Path dataDir) {
    return new SecretFolder(dataDir.resolve("secrets"));
  }

  Path file(String name) {
    return path.resolve(name);
  }

  String readOrMake(String name, Supplier<String> content) throws IOException {
    if (!Files.exists(file(name))) {
      write(name, content.get(), OWNER_FILE);
    }
    return Files.readString(file(name));
  }

  /**
   * The same for a file that is mounted into containers. Users in there are nobody out here, so the
   * file lets all read, and the folder nobody.
   */
  String readOrLend(String name, Supplier<String> content) throws IOException {
    if (!Files.exists(file(name))) {
      write(name, content.get(), PUBLIC_FILE);
    }
    return Files.readString(file(name));
  }

  /** Writes a file that others may read, unless it says the same already. */
  Path publish(String name, String content) throws IOException {
    Path file = file(name);
    if (!Files.exists(file) || !Files.readString(file).equals(content)) {
      write(name, content, PUBLIC_FILE);
    }
    return file;
  }

  private void write(String name, String content, String permissions) throws IOException {
    Files.createDirectories(path, withPermissions(OWNER_FOLDER));
    Path draft = Files.createTempFile(path, name, ".new", withPermissions(OWNER_FILE));
    Files.writeString(draft, content);
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(permissions));
    Files.move(draft, file(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<Set<PosixFilePermission>> withPermissions(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
