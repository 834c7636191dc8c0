package health.backstep.faults.nemesis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk of its own for a folder of a part that does not run: a tmpfs mount with all that the
 * folder holds and a little room. Closing it puts the folder back on its old disk with what it
 * holds by then. Only root may mount.
 */
final class SmallDisk implements AutoCloseable {

  private static final long MEBIBYTE = 1 << 20;

  private final Path folder;
  private final Path disk;

  private SmallDisk(Path folder, Path disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /** Why this machine gives us no small disk; empty when it does. */
  static String impossibleBecause() {
    try {
      Path folder = Files.createTempDirectory("backstep-disk");
      mount(folder, MEBIBYTE);
      run("umount", folder.toString());
      Files.delete(folder);
      return "";
    } catch (IOException e) {
      return "a small disk needs root and the right to mount: " + e.getMessage();
    }
  }

  /**
   * Moves the folder onto a small disk.
   *
   * @param room bytes that are left free
   */
  static SmallDisk under(Path folder, long room) throws IOException {
    Path disk = Files.createTempDirectory("backstep-disk");
    mount(disk, bytesIn(folder) + room);
    try {
      copy(folder, disk);
      run("mount", "--bind", disk.toString(), folder.toString());
    } catch (IOException e) {
      run("umount", disk.toString());
      throw e;
    }
    return new SmallDisk(folder, disk);
  }

  /** Leaves no room at all. */
  Ballast fill() throws IOException {
    return Ballast.in(folder);
  }

  @Override
  public void close() throws IOException {
    run("umount", folder.toString());
    copy(disk, folder);
    run("umount", disk.toString());
    Files.delete(disk);
  }

  private static void mount(Path folder, long bytes) throws IOException {
    run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + bytes, "tmpfs", folder.toString());
  }

  /** Owners and rights as they were, and nothing that is gone from the other side. */
  private static void copy(Path from, Path to) throws IOException {
    run("find", to.toString(), "-mindepth", "1", "-delete");
    run("cp", "-a", "--sparse=always", from + "/.", to.toString());
  }

  private static long bytesIn(Path folder) throws IOException {
    String kibibytes = run("du", "-sk", folder.toString()).split("\\s", 2)[0];
    return Long.parseLong(kibibytes) * 1024;
  }

  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", List.of(command)) + " failed: " + said.strip());
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted during " + command[0], e);
    }
  }
}
