package health.backstep.stack.doctor.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.backstep.stack.doctor.Elsewhere;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Limits;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Severity;
import health.backstep.stack.doctor.key.TestCertificate;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.ServiceName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceCheckTest {

  private static final String READY = "/q/health/ready";
  private static final String METRICS = "/q/metrics";
  private static final String UP = "{\"status\": \"UP\", \"checks\": []}";
  private static final String CALM =
      """
      # HELP backstep_outbox_oldest_age_seconds Age of the oldest event
      # TYPE backstep_outbox_oldest_age_seconds gauge
      backstep_outbox_oldest_age_seconds 0.0
      backstep_consumer_lag_records{topic="pt.session.events.v1"} 3.0
      jvm_info_total{runtime="OpenJDK",vendor="Temurin",version="25.0.1+8-LTS"} 1.0
      """;

  @TempDir Path folder;

  private Clock clock = Clock.systemUTC();

  @Test
  void an_instance_that_is_well_is_well_in_all_respects() throws Exception {
    try (SampleInstance plan = SampleInstance.saying(Map.of(READY, UP, METRICS, CALM))) {
      assertThat(look(plan.instance(), Trust.ofJava()))
          .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.OK))
          .extracting(Finding::check)
          .containsExactly("health", "clock", "broker", "outbox", "lag", "parked", "dead-letters");
    }
  }

  @Test
  void a_part_that_is_down_is_told_with_its_reason_and_whose_log_says_more() throws Exception {
    String down =
        """
        {"status": "DOWN", "checks": [
          {"name": "token-keys", "status": "UP"},
          {"name": "database", "status": "DOWN", "data": {"reason": "it does not answer"}}]}
        """;
    try (SampleInstance plan = SampleInstance.saying(Map.of(READY, down))) {
      Finding finding = look(plan.instance(), Trust.ofJava()).getFirst();

      assertThat(finding.severity()).isEqualTo(Severity.WRONG);
      assertThat(finding.what()).isEqualTo("is not ready, database: it does not answer");
      assertThat(finding.remedy()).hasValue("read the log of postgres where it runs");
    }
  }

  @Test
  void events_that_do_not_flow_are_told_by_the_limits_of_the_alerts() throws Exception {
    String stuck =
        """
        backstep_kafka_silence_seconds 45.0
        backstep_outbox_oldest_age_seconds 3600.0
        backstep_consumer_lag_records{topic="pt.profile.events.v1"} 700.0
        backstep_consumer_lag_records{topic="pt.session.events.v1"} 600.0
        backstep_inbox_parked 2.0
        backstep_inbox_parked_oldest_age_seconds 400.0
        backstep_dead_letters_total{cause="UNREADABLE",topic="pt.session.events.v1"} 1.0
        """;
    try (SampleInstance plan = SampleInstance.saying(Map.of(READY, UP, METRICS, stuck))) {
      List<Finding> findings = look(plan.instance(), Trust.ofJava());

      assertThat(findings)
          .extracting(Finding::check, Finding::severity)
          .contains(
              tuple("broker", Severity.WRONG),
              tuple("outbox", Severity.WRONG),
              tuple("lag", Severity.WARNING),
              tuple("parked", Severity.WRONG),
              tuple("dead-letters", Severity.WARNING));
      assertThat(findings)
          .extracting(Finding::what)
          .contains(
              "has 1,300 records to read", "the oldest event has waited for Kafka for 60 min");
    }
  }

  @Test
  void a_clock_that_is_off_is_told() throws Exception {
    clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    try (SampleInstance plan = SampleInstance.saying(Map.of(READY, UP, METRICS, CALM))) {
      assertThat(look(plan.instance(), Trust.ofJava()))
          .filteredOn(finding -> finding.check().equals("clock"))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.what()).contains("ahead of ours");
                assertThat(finding.remedy()).hasValue("timedatectl set-ntp true");
              });
    }
  }

  @Test
  void an_expired_certificate_is_told_and_does_not_hide_the_rest() throws Exception {
    TestCertificate expired = TestCertificate.in(folder, "expired", -40, 10);
    try (SampleInstance plan =
        SampleInstance.saying(Map.of(READY, UP, METRICS, CALM), expired.server())) {
      List<Finding> findings = look(plan.instance(), Trust.of(expired.pem()));

      assertThat(findings.getFirst().what()).isEqualTo("is ready");
      assertThat(findings.getLast().check()).isEqualTo("certificate");
      assertThat(findings.getLast().what()).startsWith("has expired on 20");
      assertThat(findings.getLast().remedy().orElseThrow()).contains("BACKSTEP_TLS_CERTIFICATE");
    }
  }

  @Test
  void a_certificate_counts_when_somebody_trusted_vouches_for_it() throws Exception {
    TestCertificate own = TestCertificate.in(folder, "own", -1, 90);
    try (SampleInstance plan = SampleInstance.saying(Map.of(READY, UP), own.server())) {
      Finding trusted = look(plan.instance(), Trust.of(own.pem())).getLast();
      Finding unknown = look(plan.instance(), Trust.ofJava()).getLast();

      assertThat(trusted.severity()).isEqualTo(Severity.OK);
      assertThat(unknown.severity()).isEqualTo(Severity.WRONG);
      assertThat(unknown.what()).startsWith("is not trusted: ");
    }
  }

  @Test
  void nobody_at_the_address_is_told() throws Exception {
    int nobody = LocalPort.free(1).getFirst();
    Instance away = new Instance(ServiceName.PLAN, URI.create("http://127.0.0.1:" + nobody));

    assertThat(look(away, Trust.ofJava()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WRONG);
              assertThat(finding.what()).startsWith("does not answer at http://127.0.0.1:");
            });
  }

  @Test
  void a_gateway_that_shows_no_health_is_told_as_what_it_is() throws Exception {
    try (SampleInstance gateway = SampleInstance.saying(Map.of())) {
      assertThat(look(gateway.instance(), Trust.ofJava()))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                assertThat(finding.what()).startsWith("shows no health here (status 404)");
              });
    }
  }

  @Test
  void instances_on_different_javas_are_told() throws Exception {
    String other = "jvm_info_total{vendor=\"Temurin\",version=\"26+1\"} 1.0\n";
    try (SampleInstance one = SampleInstance.saying(Map.of(METRICS, CALM));
        SampleInstance two = SampleInstance.saying(Map.of(METRICS, other))) {
      Instance session = new Instance(ServiceName.SESSION, two.instance().url());
      JdksCheck different =
          new JdksCheck(List.of(one.instance(), session), Trust.ofJava(), setting());

      assertThat(different.look().getFirst().what())
          .isEqualTo("are not the same: {plan-service=25.0.1+8-LTS, session-service=26+1}");
    }
  }

  private List<Finding> look(Instance instance, Trust trust) throws Exception {
    return new InstanceCheck(instance, trust, true, setting()).look();
  }

  private Setting setting() {
    return new Setting(new Elsewhere(), Limits.standard(), clock);
  }
}
