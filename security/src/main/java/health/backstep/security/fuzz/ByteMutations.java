package health.backstep.security.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** What can be wrong with the bytes of a body. */
final class ByteMutations {

  private static final List<byte[]> STRANGE =
      List.of(
          bytes(0xc0, 0xaf),
          bytes(0xe0, 0x80, 0xaf),
          bytes(0xed, 0xa0, 0x80),
          bytes(0xf4, 0x90, 0x80, 0x80),
          bytes(0xff),
          bytes(0x80),
          bytes(0xc3),
          bytes(0),
          bytes(0x1f),
          bytes(0x7f),
          bytes(0xef, 0xbb, 0xbf));

  static final List<Mutation> ALL =
      List.of(
          new Mutation("a body that is cut off", ByteMutations::cut),
          new Mutation("strange bytes in the body", ByteMutations::insert),
          new Mutation("a changed byte of the body", ByteMutations::change),
          new Mutation("a byte order mark", (draft, random) -> before(draft, 0xef, 0xbb, 0xbf)),
          new Mutation("a body in another encoding", ByteMutations::encode),
          new Mutation("a zipped body", ByteMutations::zip),
          new Mutation("a body of chance", ByteMutations::chance),
          new Mutation(
              "a character that UTF-32 does not have",
              (draft, random) -> draft.putBytes(bytes(0, 0, 0, '{', 0x7f, 0xff, 0xff, 0xff))),
          new Mutation("no body", (draft, random) -> draft.putBytes(new byte[0])),
          new Mutation("something behind the body", ByteMutations::behind),
          new Mutation("a body in chunks", (draft, random) -> draft.chunked = true));

  private ByteMutations() {}

  private static void cut(Draft draft, RandomGenerator random) {
    draft.putBytes(Arrays.copyOf(draft.body, random.nextInt(draft.body.length + 1)));
  }

  private static void insert(Draft draft, RandomGenerator random) {
    int at = random.nextInt(draft.body.length + 1);
    draft.putBytes(
        joined(
            Arrays.copyOf(draft.body, at),
            Mutation.any(STRANGE, random),
            Arrays.copyOfRange(draft.body, at, draft.body.length)));
  }

  private static void change(Draft draft, RandomGenerator random) {
    byte[] changed = draft.body.clone();
    if (changed.length > 0) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    draft.putBytes(changed);
  }

  private static void before(Draft draft, int... mark) {
    draft.putBytes(joined(bytes(mark), draft.body));
  }

  private static void encode(Draft draft, RandomGenerator random) {
    Charset other =
        Mutation.any(
            List.of(
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                Charset.forName("UTF-32"),
                StandardCharsets.ISO_8859_1),
            random);
    draft.putBytes(new String(draft.body, StandardCharsets.UTF_8).getBytes(other));
    if (random.nextBoolean()) {
      draft.putHeader("Content-Type", "application/json; charset=" + other.name());
    }
  }

  /** Not made smaller, so that times and ids of a moment do not change its length. */
  private static void zip(Draft draft, RandomGenerator random) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new Uncompressed(zipped)) {
      out.write(draft.body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    draft.putBytes(zipped.toByteArray());
    draft.putHeader(
        "Content-Encoding", Mutation.any(List.of("gzip", "deflate", "br", "identity"), random));
  }

  private static final class Uncompressed extends GZIPOutputStream {

    Uncompressed(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.NO_COMPRESSION);
    }
  }

  private static void chance(Draft draft, RandomGenerator random) {
    byte[] any = new byte[random.nextInt(2_000)];
    random.nextBytes(any);
    draft.putBytes(any);
  }

  private static void behind(Draft draft, RandomGenerator random) {
    String more = Mutation.any(List.of("\n", "{}", "]", "\0", ",", "<!-- -->"), random);
    draft.putBytes(joined(draft.body, more.getBytes(StandardCharsets.UTF_8)));
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] made = new byte[values.length];
    for (int at = 0; at < values.length; at++) {
      made[at] = (byte) values[at];
    }
    return made;
  }
}
