package health.backstep.faults.proxy;

import health.backstep.faults.proxy.Orders.Harm;
import health.backstep.stack.process.Pause;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A proxy from one port of this machine to another. A client whose server is away is reset. */
public final class PortProxy implements TcpProxy {

  private static final long AFTER_FAILURE_MILLIS = 10;

  private final int port;
  private final int target;
  private final Supplier<ClientWords> words;
  private final Orders orders = new Orders();
  private final AtomicInteger resets = new AtomicInteger();
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ServerSocket listening;

  private PortProxy(int port, int target, Supplier<ClientWords> words) {
    this.port = port;
    this.target = target;
    this.words = words;
    open();
  }

  /**
   * Before a server whose clients' words pass as they are, such as HTTP.
   *
   * @param port below the kernel's range for outgoing connections, so that nobody takes it while
   *     the proxy is shut
   * @param target the server's port
   */
  public static PortProxy plain(int port, int target) {
    return new PortProxy(port, target, PlainWords::new);
  }

  /** Before PostgreSQL: the bytes to wait for are SQL, also of a statement prepared long before. */
  public static PortProxy postgres(int port, int target) {
    return new PortProxy(port, target, PostgresWords::new);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void resetAll() {
    connections.forEach(ProxiedConnection::reset);
  }

  @Override
  public synchronized void shut() {
    ServerSocket socket = listening;
    listening = null;
    if (socket != null) {
      Sockets.close(socket);
    }
    resetAll();
  }

  @Override
  public synchronized void open() {
    if (listening == null) {
      ServerSocket socket = Sockets.listen(port);
      listening = socket;
      Thread.ofVirtual().name("proxy-" + port).start(() -> acceptFrom(socket));
    }
  }

  @Override
  public void resetBefore(String bytes, int times) {
    orders.add(bytes, Harm.BEFORE, times);
  }

  @Override
  public void resetAfter(String bytes, int times) {
    orders.add(bytes, Harm.AFTER, times);
  }

  @Override
  public void passAgain() {
    orders.clear();
  }

  @Override
  public boolean reachesFrom(int clientPort) {
    return connections.stream().anyMatch(connection -> connection.reachesFrom(clientPort));
  }

  @Override
  public int resets() {
    return resets.get();
  }

  @Override
  public void close() {
    shut();
  }

  private void acceptFrom(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client, socket));
      } catch (IOException e) {
        Pause.of(AFTER_FAILURE_MILLIS);
      }
    }
  }

  private void serve(Socket client, ServerSocket acceptedBy) {
    try {
      client.setTcpNoDelay(true);
      Socket server = Sockets.connect(target);
      ProxiedConnection connection =
          new ProxiedConnection(client, server, words.get(), orders, resets::incrementAndGet);
      connections.add(connection);
      if (acceptedBy.isClosed()) {
        connection.reset();
      }
      connection.pass();
      connections.remove(connection);
    } catch (IOException serverIsAway) {
      Sockets.reset(client);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
