package health.backstep.faults.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.platform.LocalPort;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proxy before a server that answers each line with the same line. */
class PlainProxyTest {

  private final Queue<String> served = new ConcurrentLinkedQueue<>();
  private ServerSocket server;
  private TcpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = Sockets.listen(LocalPort.free(1).getFirst());
    Thread.ofVirtual().start(this::serve);
    proxy = PortProxy.plain(LocalPort.free(1).getFirst(), server.getLocalPort());
  }

  @AfterEach
  void end() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void passes_bytes_both_ways_and_the_end_of_each_side() throws IOException {
    try (Socket client = connect()) {
      assertThat(ask(client, "one\n")).isEqualTo("one\n");
      client.getOutputStream().write("two\n".getBytes(US_ASCII));
      client.shutdownOutput();
      assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII)).isEqualTo("two\n");
    }
  }

  @Test
  void resets_every_open_connection_and_takes_new_ones() throws IOException {
    try (Socket client = connect();
        Socket other = connect()) {
      ask(client, "one\n");
      ask(other, "one\n");

      proxy.resetAll();

      assertIsReset(client);
      assertIsReset(other);
    }
    try (Socket client = connect()) {
      assertThat(ask(client, "two\n")).isEqualTo("two\n");
    }
  }

  @Test
  void refuses_connections_while_it_is_shut_and_takes_them_when_it_is_open_again()
      throws IOException {
    try (Socket client = connect()) {
      ask(client, "one\n");

      proxy.shut();

      assertIsReset(client);
      assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }
    proxy.open();
    try (Socket client = connect()) {
      assertThat(ask(client, "two\n")).isEqualTo("two\n");
    }
  }

  @Test
  void resets_before_the_server_has_heard_the_words() throws IOException {
    proxy.resetBefore("now", 1);
    try (Socket client = connect()) {
      ask(client, "not yet\n");

      say(client, "now\n");

      assertIsReset(client);
    }
    assertThat(served).containsExactly("not yet\n");
    assertThat(proxy.resets()).isEqualTo(1);
  }

  @Test
  void resets_after_the_server_has_heard_the_words_and_before_the_client_hears_the_answer()
      throws IOException {
    proxy.resetAfter("now", 1);
    try (Socket client = connect()) {
      ask(client, "not yet\n");

      say(client, "now\n");

      assertIsReset(client);
    }
    await().untilAsserted(() -> assertThat(served).containsExactly("not yet\n", "now\n"));
    assertThat(proxy.resets()).isEqualTo(1);
  }

  @Test
  void hears_words_that_come_in_pieces() throws IOException {
    proxy.resetBefore("now or never", 1);
    try (Socket client = connect()) {
      ask(client, "now\n");
      ask(client, "do it now o");

      say(client, "r never\n");

      assertIsReset(client);
    }
    assertThat(served).doesNotContain("r never\n");
  }

  @Test
  void harms_as_many_connections_as_it_was_told_to() throws IOException {
    proxy.resetBefore("now", 2);
    for (int i = 0; i < 2; i++) {
      try (Socket client = connect()) {
        say(client, "now\n");
        assertIsReset(client);
      }
    }
    try (Socket client = connect()) {
      assertThat(ask(client, "now\n")).isEqualTo("now\n");
    }
    proxy.resetBefore("now", 1);
    proxy.passAgain();
    try (Socket client = connect()) {
      assertThat(ask(client, "now\n")).isEqualTo("now\n");
    }
    assertThat(proxy.resets()).isEqualTo(2);
  }

  @Test
  void resets_a_client_whose_server_is_away() throws IOException {
    server.close();

    assertThatThrownBy(
            () -> {
              try (Socket client = connect()) {
                client.getInputStream().read();
              }
            })
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> answer(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket client) {
    byte[] line = new byte[100];
    try (client) {
      for (int length; (length = client.getInputStream().read(line)) >= 0; ) {
        served.add(new String(line, 0, length, US_ASCII));
        client.getOutputStream().write(line, 0, length);
      }
    } catch (IOException broken) {
      return;
    }
  }

  private Socket connect() throws IOException {
    return Sockets.connect(proxy.port());
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write(line.getBytes(US_ASCII));
  }

  private static String ask(Socket client, String line) throws IOException {
    say(client, line);
    return new String(client.getInputStream().readNBytes(line.length()), US_ASCII);
  }

  private static void assertIsReset(Socket client) {
    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }
}
