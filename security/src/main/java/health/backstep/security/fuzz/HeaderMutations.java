package health.backstep.security.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** What can be wrong with header fields and methods. */
final class HeaderMutations {

  private static final List<String> METHODS =
      List.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "DELETE",
          "PATCH",
          "OPTIONS",
          "TRACE",
          "PROPFIND",
          "BREW",
          "get",
          "G",
          "X".repeat(300));

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/json;charset=utf-16",
          "application/jsonx",
          "application/json; charset=nonsense",
          "application/merge-patch+json",
          "*/*",
          "json",
          "multipart/form-data; boundary=a",
          "application/x-www-form-urlencoded",
          "",
          "/",
          "a/b/c",
          "application/json; q=\"",
          "application/json, application/json",
          "APPLICATION/JSON");

  private static final List<String> ACCEPTED =
      List.of(
          "text/html",
          "application/xml",
          "",
          "*",
          "*/*;q=0",
          "application/json;q=2",
          "nonsense",
          "text/event-stream",
          "application/problem+json",
          "application/json;q=abc",
          ",,,",
          "a/b,".repeat(500) + "*/*");

  private static final List<String> TAGS =
      List.of(
          "*",
          "\"1\"",
          "\"0\"",
          "W/\"1\"",
          "1",
          "\"",
          "\"\"",
          "\"1\", \"2\"",
          "\"-1\"",
          ",",
          "",
          "\"9223372036854775808\"",
          "**",
          "\"1\"".repeat(100));

  private static final List<String> TRACES =
      List.of(
          "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
          "00-00000000000000000000000000000000-0000000000000000-00",
          "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
          "00-zz-zz-zz",
          "-",
          "",
          "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more");

  static final List<Mutation> ALL =
      List.of(
          put("Idempotency-Key", HeaderMutations::key),
          put("If-Match", random -> Mutation.any(TAGS, random)),
          put("If-None-Match", random -> Mutation.any(TAGS, random)),
          put("Content-Type", random -> Mutation.any(TYPES, random)),
          put("Accept", random -> Mutation.any(ACCEPTED, random)),
          put("Accept-Language", HeaderMutations::odd),
          put("Accept-Encoding", HeaderMutations::odd),
          put("Accept-Charset", HeaderMutations::odd),
          put("Last-Event-ID", HeaderMutations::odd),
          put("Range", random -> Mutation.any(List.of("bytes=0-1", "bytes=9-1", "x"), random)),
          put("traceparent", random -> Mutation.any(TRACES, random)),
          put("tracestate", HeaderMutations::odd),
          put("baggage", HeaderMutations::odd),
          put("X-HTTP-Method-Override", random -> Mutation.any(METHODS, random)),
          put("X-Forwarded-For", HeaderMutations::odd),
          put("Forwarded", HeaderMutations::odd),
          put("Cookie", HeaderMutations::odd),
          put("Origin", HeaderMutations::odd),
          put("Expect", random -> Mutation.any(List.of("100-continue", "200-ok"), random)),
          put("Upgrade", random -> Mutation.any(List.of("websocket", "h2c", "x"), random)),
          put("Connection", random -> Mutation.any(List.of("close", "upgrade", "x"), random)),
          put("Content-Encoding", random -> Mutation.any(List.of("gzip", "br", "x"), random)),
          put("Authorization", HeaderMutations::authorization),
          new Mutation("a header twice", HeaderMutations::twice),
          new Mutation("a header less", HeaderMutations::less),
          new Mutation("very many headers", HeaderMutations::many));

  /** May also become one that deletes. */
  static final List<Mutation> METHOD =
      List.of(
          new Mutation(
              "another method",
              (draft, random) -> {
                draft.method = Mutation.any(METHODS, random);
                draft.samePlace = false;
              }));

  private interface Making {
    String value(RandomGenerator random);
  }

  private HeaderMutations() {}

  private static Mutation put(String name, Making making) {
    return new Mutation(
        "header " + name, (draft, random) -> draft.putHeader(name, making.value(random)));
  }

  private static String key(RandomGenerator random) {
    int length = Mutation.any(List.of(0, 1, 254, 255, 256, 5_000), random);
    return random.nextBoolean() ? "k".repeat(length) : odd(random);
  }

  /** In one line, as far as a header can hold it. */
  private static String odd(RandomGenerator random) {
    return Texts.odd(random).replaceAll("[\\p{Cntrl}]", "?");
  }

  private static String authorization(RandomGenerator random) {
    return Mutation.any(
        List.of(
            "Bearer",
            "Bearer ",
            "Bearer a.b.c",
            "Basic YTpi",
            "Digest x",
            "bearer x",
            "Bearer  x",
            "Negotiate",
            "",
            ":",
            "Bearer " + "a".repeat(12_000),
            "Bearer " + "a".repeat(20_000),
            "Bearer eyJhbGciOiJub25lIn0.e30."),
        random);
  }

  private static void twice(Draft draft, RandomGenerator random) {
    if (!draft.headers.isEmpty()) {
      Header one = Mutation.any(draft.headers, random);
      draft.headers.add(random.nextBoolean() ? one : new Header(one.name(), "another"));
    }
  }

  private static void less(Draft draft, RandomGenerator random) {
    if (!draft.headers.isEmpty()) {
      draft.removeHeader(Mutation.any(draft.headers, random).name());
    }
  }

  private static void many(Draft draft, RandomGenerator random) {
    int count = Mutation.any(List.of(100, 1_000), random);
    for (int each = 0; each < count; each++) {
      draft.headers.add(new Header("X-" + each, "0123456789"));
    }
  }
}
