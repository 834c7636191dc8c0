package health.backstep.stack.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Reads as fast as they are answered: each connection asks again when it has the last answer.
 *
 * @param paths to be read in turn
 */
record ReadLoad(Connecting connecting, List<String> paths) {

  /** Opens a connection to whoever is read from. */
  interface Connecting {
    KeepAlive open() throws IOException;
  }

  /** Reads answered per second. */
  double perSecond(Duration length) {
    return ClosedLoop.perSecond(Floors.CONNECTIONS, length, (_, deadline) -> read(deadline));
  }

  /** Reads any of the paths; whether it was there. */
  boolean read(KeepAlive connection) throws IOException {
    int path = ThreadLocalRandom.current().nextInt(paths.size());
    return connection.get(paths.get(path)).status() == 200;
  }

  private long read(long deadline) throws IOException {
    long read = 0;
    try (KeepAlive connection = connecting.open()) {
      int path = ThreadLocalRandom.current().nextInt(paths.size());
      while (System.nanoTime() < deadline) {
        int status = connection.get(paths.get(path)).status();
        if (status != 200) {
          throw new IllegalStateException("a read was answered " + status);
        }
        path = (path + 1) % paths.size();
        read++;
      }
    }
    return read;
  }
}
