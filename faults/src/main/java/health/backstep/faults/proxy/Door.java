package health.backstep.faults.proxy;

import health.backstep.stack.process.Pause;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.function.BiConsumer;

/** Where clients come in. */
final class Door {

  private static final long AFTER_FAILURE_MILLIS = 10;
  private static final Duration SHUT_WITHIN = Duration.ofSeconds(10);

  private final ServerSocket socket;
  private final Thread keeper;

  private Door(int port, BiConsumer<Socket, Door> serving) {
    this.socket = Sockets.listen(port);
    this.keeper = Thread.ofVirtual().name("door-" + port).unstarted(() -> admit(serving));
  }

  /** Takes connections on the port and has each served on a thread of its own. */
  static Door open(int port, BiConsumer<Socket, Door> serving) {
    Door door = new Door(port, serving);
    door.keeper.start();
    return door;
  }

  boolean isShut() {
    return socket.isClosed();
  }

  /** The kernel goes on taking connections until the thread that waits for one has noticed. */
  void shut() {
    Sockets.close(socket);
    try {
      keeper.join(SHUT_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void admit(BiConsumer<Socket, Door> serving) {
    while (!isShut()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serving.accept(client, this));
      } catch (IOException e) {
        Pause.of(AFTER_FAILURE_MILLIS);
      }
    }
  }
}
