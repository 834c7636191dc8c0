package health.backstep.security.fuzz;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Messages that are none, as only a raw connection can send them. */
final class FramingMutations {

  private static final List<String> LENGTHS =
      List.of(
          "-1",
          "abc",
          "+5",
          "5 5",
          "0x5",
          "99999999999999999999",
          "",
          "1,2",
          "5\r\nContent-Length: 6");

  private static final List<String> CHUNKED =
      List.of(
          "zz\r\nabc\r\n0\r\n\r\n",
          "-1\r\nabc\r\n",
          "ffffffffffffffff\r\nabc",
          "5\r\nab",
          "",
          "3;a=" + "b".repeat(9_000) + "\r\nabc\r\n0\r\n\r\n",
          "3\r\nabcdef\r\n0\r\n\r\n",
          "0\r\nTrailer: x\r\n\0: y\r\n\r\n",
          "3\nabc\n0\n\n");

  private static final List<String> LINES =
      List.of(
          "no colon here\r\n",
          ": no name\r\n",
          "Bad Name: x\r\n",
          "Nul\0: x\r\n",
          "X: a\0b\r\n",
          "X: a\r\n folded\r\n",
          "Host: other\r\n",
          "X: \u00e4\u20ac\r\n",
          "X : y\r\n",
          "Transfer-Encoding: chunked, identity\r\n",
          "Transfer-Encoding: xchunked\r\n",
          "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
          "X: a\rb\r\n");

  private static final List<String> STARTS =
      List.of(
          "GET\r\n\r\n",
          "GET /\r\n\r\n",
          "\r\n\r\n\r\n",
          "GET  /v1/rules  HTTP/1.1\r\n\r\n",
          "GET /v1/rules HTTP/9.9\r\nHost: a\r\n\r\n",
          "GET /v1/rules HTTP/1.1\r\n\r\n",
          "GET /v1/rules HTTP/1.0\r\n\r\n",
          "GET /v1/rules FTP/1.1\r\nHost: a\r\n\r\n",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET http://127.0.0.1/v1/rules HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET http://127.0.0.1 HTTP/1.1\r\nHost: a\r\n\r\n",
          "CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET v1/rules HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET ?limit=1 HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET /v1/rules HTTP/1.1\nHost: a\n\n",
          "\u0016\u0003\u0001\0\u00a5\u0001\0\0\u00a1");

  private static final String SHORTER = "a body that is shorter than it says";
  private static final String NO_CHUNKS = "chunks that are none";

  /** Those with a sound head, behind which the message breaks. */
  static final Set<String> BEHIND_THE_HEAD = Set.of(SHORTER, NO_CHUNKS);

  static final List<Mutation> ALL =
      List.of(
          breaking("a length that is none", FramingMutations::length),
          breaking(SHORTER, FramingMutations::shorter),
          breaking(NO_CHUNKS, FramingMutations::chunks),
          breaking("a head that is none", FramingMutations::line),
          breaking(
              "a request that is none", (draft, random) -> bytes(Mutation.any(STARTS, random))),
          breaking("a head that is too long", FramingMutations::tooLong),
          breaking("bytes of chance", (draft, random) -> chance(random)));

  private interface Breaking {
    byte[] broken(Draft draft, RandomGenerator random);
  }

  private FramingMutations() {}

  private static Mutation breaking(String name, Breaking breaking) {
    return new Mutation(name, (draft, random) -> draft.broken = breaking.broken(draft, random));
  }

  private static byte[] length(Draft draft, RandomGenerator random) {
    return Message.with(
        draft, "Content-Length: " + Mutation.any(LENGTHS, random) + "\r\n", draft.body);
  }

  private static byte[] shorter(Draft draft, RandomGenerator random) {
    int more = Mutation.any(List.of(1, 1_000, 200_000), random);
    return Message.with(
        draft, "Content-Length: " + (draft.body.length + more) + "\r\n", draft.body);
  }

  private static byte[] chunks(Draft draft, RandomGenerator random) {
    return Message.with(
        draft, "Transfer-Encoding: chunked\r\n", bytes(Mutation.any(CHUNKED, random)));
  }

  private static byte[] line(Draft draft, RandomGenerator random) {
    return Message.with(draft, Mutation.any(LINES, random), draft.body);
  }

  private static byte[] tooLong(Draft draft, RandomGenerator random) {
    String lines =
        random.nextBoolean() ? "X: " + "a".repeat(70_000) + "\r\n" : "X: a\r\n".repeat(15_000);
    return Message.with(draft, lines, new byte[0]);
  }

  private static byte[] chance(RandomGenerator random) {
    byte[] any = new byte[random.nextInt(1, 500)];
    random.nextBytes(any);
    return any;
  }

  private static byte[] bytes(String text) {
    return Message.bytes(text);
  }
}
