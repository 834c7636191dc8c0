package health.backstep.stack.cli;

import health.backstep.stack.process.Pause;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Copies what is added to a log, as it comes. */
record FollowedLog(Path log, PrintStream out) {

  private static final long POLL_MILLIS = 200;
  private static final int BLOCK = 8_192;

  /** Goes on until the thread is interrupted or the JVM ends. */
  void from(long position) throws IOException {
    byte[] block = new byte[BLOCK];
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(position);
      do {
        for (int read = file.read(block); read > 0; read = file.read(block)) {
          out.write(block, 0, read);
        }
        out.flush();
      } while (Pause.of(POLL_MILLIS));
    }
  }
}
