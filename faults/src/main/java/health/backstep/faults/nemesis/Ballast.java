package health.backstep.faults.nemesis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that takes all the room of its disk, until it is thrown off. */
record Ballast(Path file) implements AutoCloseable {

  private static final int LARGE = 1 << 20;
  private static final int SMALL = 4096;

  static Ballast in(Path folder) throws IOException {
    Path file = folder.resolve("ballast");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      writeUntilFull(channel, LARGE);
      writeUntilFull(channel, SMALL);
    }
    return new Ballast(file);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  private static void writeUntilFull(FileChannel channel, int block) {
    try {
      int written;
      do {
        written = channel.write(ByteBuffer.allocate(block));
      } while (written == block);
    } catch (IOException noSpaceLeft) {
      return;
    }
  }
}
