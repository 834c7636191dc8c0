package health.backstep.stack.backup;

import health.backstep.stack.backup.Manifest.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Writes files of a running server into a tar, and the digest of each as it was written. */
final class Packing implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int OWNER_ONLY = 0100600;

  private final MessageDigest whole = Digests.begin();
  private final TarArchiveOutputStream tar;
  private final Meter meter;
  private final List<Item> items = new ArrayList<>();
  private long done;

  Packing(Path target, Meter meter) throws IOException {
    this.meter = meter;
    OutputStream file = Files.newOutputStream(OwnFiles.make(target));
    GzipParameters quickly = new GzipParameters();
    quickly.setCompressionLevel(Deflater.BEST_SPEED);
    quickly.setBufferSize(BUFFER);
    this.tar =
        new TarArchiveOutputStream(
            new GzipCompressorOutputStream(new DigestOutputStream(file, whole), quickly));
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  void folder(String name) throws IOException {
    tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
    tar.closeArchiveEntry();
  }

  /**
   * A file as long as it is now. What grows is told in the log, and what is cut off meanwhile is
   * filled up with zeros, which the log puts right as well.
   *
   * @return false when there is no such file any more
   */
  boolean file(String name, Path from) throws IOException {
    try (FileChannel channel = FileChannel.open(from, StandardOpenOption.READ)) {
      add(name, Channels.newInputStream(channel), channel.size());
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  void content(String name, byte[] content) throws IOException {
    add(name, new ByteArrayInputStream(content), content.length);
  }

  List<Item> items() {
    return List.copyOf(items);
  }

  /** Of the tar as a whole, once it is closed. */
  String digest() {
    return Digests.end(whole);
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  private void add(String name, InputStream from, long bytes) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes);
    entry.setMode(OWNER_ONLY);
    tar.putArchiveEntry(entry);
    items.add(new Item(name, bytes, copy(from, bytes)));
    tar.closeArchiveEntry();
  }

  private String copy(InputStream from, long bytes) throws IOException {
    MessageDigest digest = Digests.begin();
    byte[] buffer = new byte[BUFFER];
    for (long left = bytes; left > 0; ) {
      int wanted = (int) Math.min(buffer.length, left);
      int read = from.readNBytes(buffer, 0, wanted);
      Arrays.fill(buffer, read, wanted, (byte) 0);
      tar.write(buffer, 0, wanted);
      digest.update(buffer, 0, wanted);
      left -= wanted;
      done += wanted;
      meter.reach(done);
    }
    return Digests.end(digest);
  }
}
