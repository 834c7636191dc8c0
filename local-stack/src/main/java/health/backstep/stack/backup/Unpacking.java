package health.backstep.stack.backup;

import health.backstep.stack.backup.Manifest.Item;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Writes the files of a backup into a folder, each only as its manifest names it. */
final class Unpacking {

  private static final int BUFFER = 1 << 16;

  private final Backup backup;
  private final Manifest manifest;
  private final Meter meter;
  private final Map<String, Item> left;
  private long done;

  Unpacking(Backup backup, Manifest manifest, Meter meter) {
    this.backup = backup;
    this.manifest = manifest;
    this.meter = meter;
    this.left =
        new HashMap<>(
            manifest.files().stream().collect(Collectors.toMap(Item::name, Function.identity())));
  }

  /**
   * Unpacks all of it.
   *
   * @throws health.backstep.stack.platform.StackFailure when a file is not as it was written
   */
  void into(Path folder) throws IOException {
    meter.begin("bytes unpacked", manifest.bytes());
    try (InputStream file = Files.newInputStream(backup.files());
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file, BUFFER))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, folder);
      }
    } catch (ZipException | EOFException e) {
      throw backup.damaged(Backup.FILES);
    }
    if (!left.isEmpty()) {
      throw backup.damaged(left.size() + " files are missing; " + Backup.FILES);
    }
  }

  private void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw backup.damaged(entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Item item = left.remove(entry.getName());
    if (item == null || item.bytes() != entry.getSize()) {
      throw backup.damaged(entry.getName());
    }
    if (!write(content, OwnFiles.make(target)).equals(item.sha256())) {
      throw backup.damaged(entry.getName());
    }
  }

  private String write(InputStream content, Path target) throws IOException {
    MessageDigest digest = Digests.begin();
    byte[] buffer = new byte[BUFFER];
    try (OutputStream file = Files.newOutputStream(target)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        digest.update(buffer, 0, read);
        file.write(buffer, 0, read);
        done += read;
        meter.reach(done);
      }
    }
    return Digests.end(digest);
  }
}
