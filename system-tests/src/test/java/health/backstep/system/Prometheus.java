package health.backstep.system;

import static io.restassured.RestAssured.given;

import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Child;
import health.backstep.stack.process.Launch;
import health.backstep.system.watch.WatchFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/**
 * A Prometheus with the repository's settings. Only where the services are is changed, and that it
 * looks every second.
 */
final class Prometheus implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final Child process;
  private final String url;

  private Prometheus(Child process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts it on a folder of its own.
   *
   * @throws AssertionError when there is none and none can be fetched
   */
  static Prometheus looksAt(Map<ServiceName, URI> services) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "prometheus");
    Path settings = folder.resolve("prometheus.yml");
    Files.writeString(settings, new Yaml().dump(settings(services)));
    String address = LocalPort.HOST + ":" + LocalPort.free(1).getFirst();
    Child process =
        new Launch(
                "prometheus",
                List.of(
                    fetched() + "/prometheus",
                    "--config.file=" + settings,
                    "--storage.tsdb.path=" + folder.resolve("data"),
                    "--web.listen-address=" + address),
                Map.of(),
                folder,
                folder.resolve("prometheus.log"))
            .start();
    Prometheus prometheus = new Prometheus(process, "http://" + address);
    try {
      process.awaitReady(START_LIMIT, prometheus::isReady);
    } catch (RuntimeException e) {
      prometheus.close();
      throw e;
    }
    return prometheus;
  }

  /** What a query gives now, a number for each series. */
  List<Double> ask(String query) {
    List<String> values =
        given()
            .baseUri(url)
            .queryParam("query", query)
            .get("/api/v1/query")
            .then()
            .statusCode(200)
            .extract()
            .path("data.result.collect { it.value[1] }");
    return values.stream().map(value -> Double.valueOf(value.replace("Inf", "Infinity"))).toList();
  }

  @Override
  public void close() {
    process.identity().kill();
  }

  private boolean isReady() {
    try {
      return given().get(url + "/-/ready").statusCode() == 200;
    } catch (Exception e) {
      return false;
    }
  }

  private static String fetched() throws IOException, InterruptedException {
    Path told = Files.createTempFile("fetch-prometheus", ".log");
    Process fetch =
        new ProcessBuilder(WatchFiles.PROMETHEUS.resolve("fetch").toString())
            .redirectError(told.toFile())
            .start();
    String folder =
        new String(fetch.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (fetch.waitFor() != 0) {
      throw new AssertionError(
          "The panels cannot be tried without Prometheus.\n" + Files.readString(told));
    }
    Files.delete(told);
    return folder;
  }

  private static Map<String, Object> settings(Map<ServiceName, URI> services) {
    Map<String, Object> settings = WatchFiles.read(WatchFiles.PROMETHEUS.resolve("prometheus.yml"));
    WatchFiles.map(settings.get("global"))
        .putAll(
            Map.of("scrape_interval", "1s", "scrape_timeout", "1s", "evaluation_interval", "1s"));
    settings.put("rule_files", List.of(WatchFiles.PROMETHEUS.resolve("rules/*.yml").toString()));
    for (Map<String, Object> job : WatchFiles.maps(settings.get("scrape_configs"))) {
      job.remove("dns_sd_configs");
      job.put("static_configs", List.of(Map.of("targets", List.of(place(services, job)))));
    }
    return settings;
  }

  private static String place(Map<ServiceName, URI> services, Map<String, Object> job) {
    return services.entrySet().stream()
        .filter(service -> service.getKey().processName().equals(job.get("job_name")))
        .map(service -> service.getValue().getAuthority())
        .findFirst()
        .orElseThrow(() -> new AssertionError("Prometheus looks at what is no service: " + job));
  }
}
