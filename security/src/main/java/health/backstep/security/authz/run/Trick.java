package health.backstep.security.authz.run;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Another way to ask for the same, which may get past a guard that looks only at the plain one.
 *
 * @param name for people
 */
record Trick(String name, UnaryOperator<Ask> bend) {

  private static final List<String> OVERRIDES =
      List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

  /** All of them. */
  static List<Trick> all() {
    return Stream.of(addresses(), headers(), methods()).flatMap(List::stream).toList();
  }

  private static List<Trick> addresses() {
    return List.of(
        path("double slash before", path -> "/" + path),
        path("double slash within", path -> path.replace("/v1/", "/v1//")),
        path("triple slash", path -> path.replace("/v1/", "///v1///")),
        path("slash behind", path -> path + "/"),
        path("parameter behind", path -> path + ";a=b"),
        path("parameter of a folder", path -> path.replace("/v1/", "/v1;a=b/")),
        path("empty parameter", path -> path.replace("/v1/", "/v1;/")),
        path("file that needs no token", path -> path + ";.css"),
        path("format behind", path -> path + ".json"),
        path("dot", path -> path.replace("/v1/", "/v1/./")),
        path("dot, encoded", path -> path.replace("/v1/", "/v1/%2e/")),
        path("folder and back", path -> path.replace("/v1/", "/v1/a/../")),
        path("folder and back, encoded", path -> path.replace("/v1/", "/v1/a/%2e%2e/")),
        path("folder and back, a parameter within", path -> path.replace("/v1/", "/v1/a/..;/")),
        path("out of an open folder", path -> "/q/.." + path),
        path("out of an open address", path -> "/q/health/../.." + path),
        path("out of an open folder, encoded", path -> "/q/%2e%2e" + path),
        path("out of an open folder, a parameter within", path -> "/q/..;" + path),
        path("out of an open folder, the slash encoded", path -> "/q/..%2F" + path.substring(1)),
        path("out of the reference", path -> "/q/reference/../.." + path),
        path("slash encoded", path -> "/v1" + path.substring(3).replace("/", "%2F")),
        path("slash encoded twice", path -> "/v1" + path.substring(3).replace("/", "%252F")),
        path("letter encoded", path -> path.replace("/v1/", "/%76%31/")),
        path("upper case", path -> path.toUpperCase(java.util.Locale.ROOT)),
        path("end of text", path -> path + "%00"),
        path("blank", path -> path + "%20"),
        path("line break", path -> path + "%0d%0aX-Told:1"),
        path("backslash", path -> path.replace("/v1/", "/v1%5C")),
        path("question mark, encoded", path -> path + "%3F"),
        path("hash, encoded", path -> path + "%23"));
  }

  private static List<Trick> headers() {
    Stream<Trick> overrides =
        OVERRIDES.stream()
            .flatMap(
                name ->
                    Stream.of("GET", "PUT", "DELETE", "POST").map(method -> header(name, method)));
    Stream<Trick> others =
        Map.of(
                "X-Forwarded-Prefix", "/q",
                "X-Forwarded-For", "127.0.0.1",
                "X-Forwarded-Host", "localhost",
                "X-Forwarded-User", "admin",
                "X-Real-IP", "127.0.0.1",
                "X-Tenant", "heron",
                "Forwarded", "for=127.0.0.1;proto=https")
            .entrySet()
            .stream()
            .map(header -> header(header.getKey(), header.getValue()));
    Stream<Trick> elsewhere =
        Stream.of("X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Uri").map(Trick::elsewhere);
    return Stream.of(overrides, others, elsewhere).flatMap(each -> each).toList();
  }

  private static List<Trick> methods() {
    return Stream.of("HEAD", "OPTIONS", "TRACE", "PATCH", "GETT", "get")
        .map(method -> new Trick("method " + method, ask -> ask.by(method)))
        .toList();
  }

  private static Trick path(String name, UnaryOperator<String> bend) {
    return new Trick(
        name,
        ask -> {
          URI plain = ask.address();
          String query = plain.getRawQuery() == null ? "" : "?" + plain.getRawQuery();
          String host = plain.getScheme() + "://" + plain.getRawAuthority();
          return ask.at(URI.create(host + bend.apply(plain.getRawPath()) + query));
        });
  }

  private static Trick header(String name, String value) {
    return new Trick(name + ": " + value, ask -> ask.with(name, value));
  }

  /** An open address is asked for, and a header names the other one. */
  private static Trick elsewhere(String name) {
    return new Trick(
        name,
        ask -> ask.at(ask.address().resolve("/q/health")).with(name, ask.address().getRawPath()));
  }
}
