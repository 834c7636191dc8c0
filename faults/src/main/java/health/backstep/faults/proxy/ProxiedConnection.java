package health.backstep.faults.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One connection of a client and the one to the server that belongs to it. */
final class ProxiedConnection {

  private static final int CHUNK = 16_384;

  private final Socket client;
  private final Socket server;
  private final ClientWords words;
  private final Orders orders;
  private final Runnable harmDone;
  private volatile boolean answerIsCut;

  ProxiedConnection(
      Socket client, Socket server, ClientWords words, Orders orders, Runnable harmDone) {
    this.client = client;
    this.server = server;
    this.words = words;
    this.orders = orders;
    this.harmDone = harmDone;
  }

  /** Passes bytes on in both directions until both sides have ended or one has broken. */
  void pass() throws InterruptedException {
    Thread answers = Thread.ofVirtual().start(this::passAnswers);
    passRequests();
    answers.join();
    Sockets.close(client);
    Sockets.close(server);
  }

  /** Whether the server sees it come from this port. */
  boolean reachesFrom(int clientPort) {
    return server.getLocalPort() == clientPort;
  }

  /** Breaks both sides. */
  void reset() {
    Sockets.reset(client);
    Sockets.reset(server);
  }

  private void passRequests() {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream from = client.getInputStream();
      OutputStream to = server.getOutputStream();
      for (int length; (length = from.read(chunk)) >= 0; ) {
        words.hear(chunk, length);
        switch (orders.harmFor(words)) {
          case NONE -> {}
          case AFTER -> answerIsCut = true;
          case BEFORE -> {
            harm();
            return;
          }
        }
        to.write(chunk, 0, length);
      }
      server.shutdownOutput();
    } catch (IOException broken) {
      reset();
    }
  }

  private void passAnswers() {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream from = server.getInputStream();
      OutputStream to = client.getOutputStream();
      for (int length; (length = from.read(chunk)) >= 0; ) {
        if (answerIsCut) {
          harm();
          return;
        }
        to.write(chunk, 0, length);
      }
      client.shutdownOutput();
    } catch (IOException broken) {
      reset();
    }
  }

  /** Counted first, so that whoever sees the harm finds it counted. */
  private void harm() {
    harmDone.run();
    reset();
  }
}
