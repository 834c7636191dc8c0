package health.backstep.stack.database;

import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.StackFailure;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The PostgreSQL programs, unpacked once for each user of the machine and each version. They live
 * in the user's cache folder, so that throw-away data folders of tests do not unpack them again.
 */
record PostgresBinaries(Path home) {

  static PostgresBinaries unpacked() {
    try {
      byte[] archive = archive();
      Path home = cache().resolve("postgres-" + fingerprint(archive));
      if (!Files.isDirectory(home)) {
        unpack(archive, home);
      }
      return new PostgresBinaries(home);
    } catch (IOException e) {
      throw new StackFailure(
          """
          Cannot unpack PostgreSQL into %s: %s
          Set XDG_CACHE_HOME to a folder that you can write to."""
              .formatted(cache(), e.getMessage()),
          e);
    }
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static byte[] archive() throws IOException {
    String machine = System.getProperty("os.arch");
    String family = machine.equals("amd64") ? "x86_64" : machine;
    try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", family)) {
      if (in == null) {
        throw new StackFailure(
            "No PostgreSQL programs for this kind of machine (" + machine + "); x86_64 is needed.");
      }
      return in.readAllBytes();
    }
  }

  /** A folder appears under its name only when it is complete, also if two unpack at once. */
  private static void unpack(byte[] archive, Path home) throws IOException {
    Files.createDirectories(home.getParent());
    Path draft = Files.createTempDirectory(home.getParent(), "unpacking-");
    TarArchive.unpackXz(archive, draft);
    try {
      Files.move(draft, home);
    } catch (IOException e) {
      FileTree.delete(draft);
      if (!Files.isDirectory(home)) {
        throw e;
      }
    }
  }

  private static Path cache() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path root =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    return root.toAbsolutePath().resolve("backstep");
  }

  private static String fingerprint(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
