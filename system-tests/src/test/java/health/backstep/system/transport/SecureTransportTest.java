package health.backstep.system.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Child;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.TokenRequest;
import health.backstep.stack.secret.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged services where everything goes over TLS, switched on by their environment alone. */
class SecureTransportTest {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private static Path folder;
  private static Authority trusted;
  private static Authority strange;
  private static SecureGround ground;
  private static HttpClient client;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    trusted = Authority.in(folder, "trusted");
    strange = Authority.in(folder, "strange");
    client = HttpClient.newBuilder().sslContext(trusted.trusted()).build();
    ground = new SecureGround(folder.resolve("data"), trusted);
    token =
        new Tokens(ground.secrets())
            .issue(new TokenRequest("secure", Scopes.all(), "app", Duration.ofHours(1)));
    Map<ServiceName, Child> starting = new HashMap<>();
    for (ServiceName service : ServiceName.values()) {
      starting.put(service, ground.start(service));
    }
    starting.forEach(
        (service, child) -> child.awaitReady(PATIENCE, () -> isReady(ground.url(service))));
  }

  @AfterAll
  static void end() {
    if (ground != null) {
      ground.close();
    }
  }

  @Test
  void aPatientGetsFromOneServiceToTheOthers() throws Exception {
    String patient = register();

    String taken = "select count(*) from inbox_event where patient_id = '%s'";
    for (ServiceName other : new ServiceName[] {ServiceName.PLAN, ServiceName.SESSION}) {
      await()
          .atMost(PATIENCE)
          .until(() -> count(other, taken.formatted(UUID.fromString(patient))) > 0);
    }
  }

  @Test
  void aServiceAsksTheOthersForTheirPartsOfAnExport() throws Exception {
    HttpResponse<String> all = export(ground.url(ServiceName.PROFILE), register());

    assertThat(all.statusCode()).as(all.body()).isEqualTo(200);
  }

  @Test
  void aServiceTellsNothingToOthersForWhomAStrangerVouches() throws Exception {
    String patient = register();
    int port = Ports.free().of(ServiceName.PROFILE);
    String distrustful = "https://127.0.0.1:" + port;
    ground
        .start("distrustful", ServiceName.PROFILE, port, strange)
        .awaitReady(PATIENCE, () -> isReady(distrustful));

    HttpResponse<String> refused = export(distrustful, patient);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
    assertThat(refused.body()).contains("EXPORT_INCOMPLETE");
  }

  @ParameterizedTest
  @EnumSource
  void noConnectionOfAServiceToItsDatabaseIsOpen(ServiceName service) throws SQLException {
    String connections =
        "select count(*) from pg_stat_activity join pg_stat_ssl using (pid) where usename like '%s"
            .formatted(service.database());

    assertThat(count(service, connections + "%' and ssl")).isPositive();
    assertThat(count(service, connections + "%' and not ssl")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void whoeverComesWithoutEncryptionIsNotHeard(ServiceName service) {
    String plain = ground.url(service).replace("https:", "http:");
    assertThatThrownBy(() -> client.send(get(plain + "/q/health/live"), BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);

    String open = ground.postgres().jdbcUrl(service) + "?sslmode=disable";
    String role = service.appRole();
    assertThatThrownBy(
            () -> DriverManager.getConnection(open, role, ground.secrets().password(role)).close())
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("28000"));
    assertThatThrownBy(() -> askKafka(Map.of())).hasCauseInstanceOf(TimeoutException.class);
  }

  @ParameterizedTest
  @EnumSource
  void aServerForWhomAStrangerVouchesIsNotBelieved(ServiceName service) throws Exception {
    HttpClient distrustful = HttpClient.newBuilder().sslContext(strange.trusted()).build();
    assertThatThrownBy(
            () ->
                distrustful.send(
                    get(ground.url(service) + "/q/health/live"), BodyHandlers.ofString()))
        .isInstanceOf(SSLHandshakeException.class);

    String role = service.appRole();
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                        ground.databaseUrl(service, strange), role, ground.secrets().password(role))
                    .close())
        .hasRootCauseInstanceOf(CertPathBuilderException.class);
    assertThatThrownBy(() -> askKafka(SecureGround.kafkaClient(strange)))
        .hasCauseInstanceOf(SslAuthenticationException.class);
  }

  @Test
  void theOneWhomTheOperatorNamesIsBelieved() throws Exception {
    String role = ServiceName.PLAN.appRole();
    DriverManager.getConnection(
            ground.databaseUrl(ServiceName.PLAN, trusted), role, ground.secrets().password(role))
        .close();
    askKafka(SecureGround.kafkaClient(trusted));
  }

  private static void askKafka(Map<String, String> client) throws Exception {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("bootstrap.servers", ground.bootstrapServers());
    settings.put("request.timeout.ms", 5_000);
    settings.put("default.api.timeout.ms", 10_000);
    try (Admin admin = Admin.create(settings)) {
      admin.describeCluster().nodes().get();
    }
  }

  private static String register() throws Exception {
    HttpRequest request =
        authorized(ground.url(ServiceName.PROFILE) + "/v1/patients")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    """
                    {"birthYear": 1985, "timeZone": "Europe/Berlin", "equipment": [],
                     "minutesPerSession": 10, "sessionsPerWeek": 3}
                    """))
            .build();
    HttpResponse<String> registered = client.send(request, BodyHandlers.ofString());
    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
    assertThat(registered.headers().firstValue("Strict-Transport-Security"))
        .contains("max-age=31536000");
    return registered.body().replaceFirst("(?s).*\"patientId\" ?: ?\"([^\"]+)\".*", "$1");
  }

  private static HttpResponse<String> export(String profile, String patient) throws Exception {
    HttpRequest export = authorized(profile + "/v1/patients/" + patient + "/export").GET().build();
    return client.send(export, BodyHandlers.ofString());
  }

  private static HttpRequest.Builder authorized(String url) {
    return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
  }

  private static boolean isReady(String url) {
    try {
      HttpRequest ready = get(url + "/q/health/ready");
      return client.send(ready, BodyHandlers.discarding()).statusCode() == 200;
    } catch (Exception e) {
      return false;
    }
  }

  private static HttpRequest get(String url) {
    return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build();
  }

  private static long count(ServiceName service, String query) throws SQLException {
    try (Connection connection = ground.postgres().connectAsSuperuser(service.database());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
