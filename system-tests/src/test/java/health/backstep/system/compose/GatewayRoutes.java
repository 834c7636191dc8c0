package health.backstep.system.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The maps of the gateway's configuration, read as nginx reads them: expressions in their order,
 * the first that fits.
 */
record GatewayRoutes(Map<Pattern, String> services, Map<Pattern, String> targets) {

  private static final Pattern LINE =
      Pattern.compile("(?m)^ +\"~([^\"]+)\" (?:\"\"|([\\w$/:.-]+));$");

  static GatewayRoutes in(String configuration) {
    return new GatewayRoutes(map(configuration, "service"), map(configuration, "target"));
  }

  /** Host and port, with the names of Docker; empty when the call goes nowhere. */
  String service(String path) {
    return services.entrySet().stream()
        .filter(route -> route.getKey().matcher(path).find())
        .map(route -> route.getValue().replace("$suffix", ""))
        .findFirst()
        .orElse("");
  }

  /** The path that the service gets. */
  String target(String path) {
    for (Map.Entry<Pattern, String> route : targets.entrySet()) {
      Matcher match = route.getKey().matcher(path);
      if (match.find()) {
        return route.getValue().replace("$own", match.group("own"));
      }
    }
    return path;
  }

  private static Map<Pattern, String> map(String configuration, String variable) {
    String begin = "map $request_uri $" + variable + " {";
    int from = configuration.indexOf(begin);
    assertThat(from).as(begin).isNotNegative();
    String block = configuration.substring(from, configuration.indexOf("\n  }", from) + 1);
    Map<Pattern, String> lines = new LinkedHashMap<>();
    Matcher line = LINE.matcher(block);
    while (line.find()) {
      lines.put(Pattern.compile(line.group(1)), line.group(2) == null ? "" : line.group(2));
    }
    assertThat(lines.size()).isEqualTo((int) block.lines().filter(l -> l.contains("\"~")).count());
    return lines;
  }
}
