package health.backstep.system.compose;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Where the gateway sends a call, by its own map and the documents of the API. */
class GatewayTest {

  private static final String CONFIGURATION = ComposeFile.text("deploy/gateway/nginx.conf");
  private static final GatewayRoutes ROUTES = GatewayRoutes.in(CONFIGURATION);

  /** What each service has of its own under one path. The gateway's own name for it tells whose. */
  private static final Set<String> OF_EACH = Set.of("/v1/audit", "/v1/sandbox/clock");

  /** profile-service alone answers for all: it asks the others for their parts. */
  private static final String EXPORT = "/v1/patients/{patientId}/export";

  private static Stream<Map.Entry<ServiceName, String>> operations() {
    return Arrays.stream(ServiceName.values())
        .flatMap(service -> paths(service).stream().map(path -> Map.entry(service, path)));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_path_of_the_documents_goes_to_its_service(Map.Entry<ServiceName, String> operation) {
    ServiceName service = operation.getKey();
    String path = operation.getValue();
    if (OF_EACH.contains(path)) {
      String own = "/v1/" + service.processName() + path.substring("/v1".length());
      assertThat(ROUTES.service(own)).isEqualTo(upstream(service));
      assertThat(ROUTES.target(own)).isEqualTo(path);
      assertThat(ROUTES.target(own + "?limit=1")).isEqualTo(path + "?limit=1");
    } else {
      ServiceName first = path.equals(EXPORT) ? ServiceName.PROFILE : service;
      String called = path.replaceAll("\\{\\w+}", "0198c0de-0000-7000-8000-000000000000");
      assertThat(ROUTES.service(called)).isEqualTo(upstream(first));
      assertThat(ROUTES.service(called + "?after=x&wait=PT5S")).isEqualTo(upstream(first));
      assertThat(ROUTES.target(called)).isEqualTo(called);
    }
  }

  @Test
  void a_path_of_two_services_is_one_that_we_know_of() {
    Set<String> shared =
        operations()
            .collect(Collectors.groupingBy(Map.Entry::getValue, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(path -> path.getValue() > 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(OF_EACH);
    known.add(EXPORT);
    assertThat(shared).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/",
        "/v2/patients",
        "/V1/patients",
        "/q/health",
        "/q/metrics",
        "/q/openapi",
        "/q/reference",
        "/v1/q/metrics",
        "/v1/../q/metrics",
        "/v1/patients/../../q/metrics",
        "/v1/patients/./../../q/metrics",
        "/v1/patients/%2e%2e/%2e%2e/q/metrics",
        "/v1/patients%2f..%2f..%2fq/metrics",
        "/v1/patients/..%5c..%5cq/metrics",
        "/v1/patients/..\\..\\q",
        "/v1//patients",
        "//v1/patients",
        "/q/metrics?/v1/patients",
        "/q/..%2fv1/patients",
        "/v1/patientsandmore",
        "/v1/plan-service/changes",
        "/v1/plan-service/auditors",
        "/v1/other-service/audit",
        "/v1/unknown"
      })
  void nothing_else_gets_through(String path) {
    assertThat(ROUTES.service(path)).isEmpty();
  }

  @Test
  void what_goes_nowhere_is_refused_before_it_is_sent() {
    assertThat(CONFIGURATION)
        .containsPattern("location / \\{\\s+if \\(\\$service = \"\"\\) \\{\\s+return 404;");
    assertThat(
            CONFIGURATION.lines().map(String::strip).filter(line -> line.startsWith("proxy_pass ")))
        .isNotEmpty()
        .containsOnly("proxy_pass http://$service$target;");
  }

  @Test
  void names_are_looked_up_again_and_again_where_docker_tells_them() {
    assertThat(CONFIGURATION).contains("include names.conf;").doesNotContain("resolver 1");
    assertThat(ComposeFile.text("deploy/gateway/names.conf"))
        .contains("resolver 127.0.0.11 valid=5s")
        .containsPattern("map \\$host \\$suffix \\{\\s+default \"\";");
  }

  @ParameterizedTest
  @EnumSource
  void takes_bodies_as_large_as_the_services_do(ServiceName service) {
    Matcher limit =
        Pattern.compile("(?m)^quarkus.http.limits.max-body-size=(\\d+)([KM])$")
            .matcher(
                ComposeFile.text(
                        service.processName() + "/src/main/resources/application.properties")
                    + ComposeFile.text(
                        "backbone/src/main/resources/META-INF/microprofile-config.properties"));
    assertThat(limit.find()).isTrue();
    long bytes = Long.parseLong(limit.group(1)) << (limit.group(2).equals("K") ? 10 : 20);
    assertThat(bytes).isLessThanOrEqualTo(4L << 20);
    assertThat(CONFIGURATION).contains("client_max_body_size 4m;");
  }

  @Test
  void streams_are_not_held_back() {
    assertThat(CONFIGURATION).contains("proxy_buffering off;").doesNotContain("proxy_buffering on");
  }

  @Test
  void what_changes_something_is_sent_once() {
    assertThat(CONFIGURATION).doesNotContain("non_idempotent");
    assertThat(CONFIGURATION)
        .containsPattern("location @once \\{\\s+proxy_next_upstream off;")
        .containsPattern("(?s)map \\$request_method \\$once \\{[^}]*PUT 1;[^}]*DELETE 1;");
  }

  @Test
  void what_it_says_itself_is_a_problem_document() {
    for (int status : new int[] {400, 404, 405, 408, 413, 414, 500, 502, 503, 504}) {
      assertThat(CONFIGURATION)
          .containsPattern("error_page [^;=]*\\b" + status + "\\b[^;=]* @problem;");
    }
    Matcher problem =
        Pattern.compile("(?m)^ +(\\d{3}|default) '(\"type\":.*)';$").matcher(CONFIGURATION);
    Set<String> told = new TreeSet<>();
    while (problem.find()) {
      told.add(problem.group(1));
      Map<String, Object> document =
          new Yaml().load("{" + problem.group(2).replace("$status", "400") + "}");
      String code = (String) document.get("code");
      assertThat(document).containsOnlyKeys("type", "title", "status", "detail", "code");
      assertThat(document.get("type"))
          .isEqualTo(
              "urn:backstep:problem:" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      assertThat(String.valueOf(document.get("status")))
          .isEqualTo(problem.group(1).replace("default", "400"));
    }
    assertThat(told).contains("default", "404", "413", "502", "503", "504");
  }

  @Test
  void logs_nothing_of_a_path() {
    String format = CONFIGURATION.substring(CONFIGURATION.indexOf("log_format"));
    assertThat(format.substring(0, format.indexOf(';')))
        .doesNotContain(
            "$request_uri", "$uri", "$args", "$request\"", "$target", "$http_", "$remote");
    assertThat(CONFIGURATION).contains("error_log stderr crit;");
  }

  private static String upstream(ServiceName service) {
    return service.processName() + ":" + Ports.standard().of(service);
  }

  private static Set<String> paths(ServiceName service) {
    String file = "contracts/openapi/" + service.processName() + ".yaml";
    Map<String, Object> document = new Yaml().load(ComposeFile.text(file));
    Set<String> paths = ComposeFile.map(document.get("paths")).keySet();
    assertThat(paths).isNotEmpty();
    return paths;
  }
}
