package health.backstep.security.fuzz.run;

import health.backstep.security.authz.run.Reply;
import health.backstep.security.fuzz.Shot;
import health.backstep.security.fuzz.run.Answer.Ending;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a service, on which any bytes can be sent; made anew as often as it takes. For
 * one thread.
 */
final class Line implements AutoCloseable {

  /** So long an answer may take, also on a machine that has other things to do. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** So long it is waited for whether something that is no message is answered. */
  private static final Duration MOMENT = Duration.ofMillis(300);

  private final URI service;
  private @Nullable Socket socket;
  private @Nullable ReplyReader reader;

  Line(URI service) {
    this.service = service;
  }

  /** Once more where an old connection turns out to have been closed in between. */
  Answer send(Shot shot) {
    boolean old = socket != null;
    if (old && !shot.whole()) {
      close();
    }
    Answer answer = attempt(shot);
    return old && answer.ending() == Ending.CLOSED && shot.whole() ? attempt(shot) : answer;
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("a connection cannot be closed", e);
    } finally {
      socket = null;
      reader = null;
    }
  }

  private Answer attempt(Shot shot) {
    long begun = System.nanoTime();
    try {
      Socket open = open();
      boolean cut = isCutOffWhileWriting(open, shot.bytes());
      Reply reply = shot.whole() ? read(shot) : readOrEnd(open, shot);
      if (cut || !shot.whole() || ReplyReader.isOver(reply)) {
        close();
      }
      return new Answer(Ending.ANSWERED, reply, since(begun));
    } catch (SocketTimeoutException e) {
      close();
      return Answer.none(Ending.SILENT, since(begun));
    } catch (IOException e) {
      close();
      return Answer.none(Ending.CLOSED, since(begun));
    }
  }

  private Socket open() throws IOException {
    if (socket == null) {
      socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), 10_000);
      reader = new ReplyReader(new BufferedInputStream(socket.getInputStream()));
    }
    socket.setSoTimeout((int) PATIENCE.toMillis());
    return socket;
  }

  /** Who is refused early may still be told why. */
  private static boolean isCutOffWhileWriting(Socket open, byte[] bytes) {
    try {
      open.getOutputStream().write(bytes);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private Reply read(Shot shot) throws IOException {
    return Optional.ofNullable(reader).orElseThrow().read(shot.asksForHeadOnly());
  }

  /** The other side may wait for the rest; after a moment it is told that there is none. */
  private Reply readOrEnd(Socket open, Shot shot) throws IOException {
    open.setSoTimeout((int) MOMENT.toMillis());
    try {
      return read(shot);
    } catch (SocketTimeoutException e) {
      open.setSoTimeout((int) PATIENCE.toMillis());
      open.shutdownOutput();
      return read(shot);
    }
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
