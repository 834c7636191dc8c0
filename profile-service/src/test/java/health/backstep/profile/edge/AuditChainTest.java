package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import health.backstep.wire.audit.ChainHead;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nobody can change what the audit log says without being noticed. */
@ProfileComponentTest
class AuditChainTest {

  private static final Duration GENEROUS = Duration.ofMinutes(2);

  private final AuditedPartner audited = AuditedPartner.make();
  private final Partner partner = audited.partner();

  @Test
  void aReaderCanCheckTheChainByWhatIsDescribed() throws Exception {
    Patient patient = Patient.cleared(partner);
    partner.request().get(patient.path("")).then().statusCode(200);
    audited.lines(3);

    String previous = "0".repeat(64);
    long sequence = 1;
    for (Map<String, Object> line : audited.all()) {
      assertThat(((Number) line.get("sequence")).longValue()).isEqualTo(sequence++);
      assertThat(line.get("previous")).isEqualTo(previous);
      assertThat(line.get("hash")).isEqualTo(sha256(form(line)));
      assertThat(line.get("objectDigest"))
          .isEqualTo(
              line.get("salt") == null
                  ? null
                  : sha256(
                      text(line, "salt")
                          + "\n"
                          + text(line, "patientId")
                          + "\n"
                          + text(line, "objectId")));
      previous = text(line, "hash");
    }
  }

  @Test
  void tamperingWithTheEndIsFoundAndKeepsNobodyFromGoingOn() {
    Patient patient = Patient.of(partner);
    audited.lines(1);
    String added =
        """
        insert into audit_line select chain, sequence + 1, at, client, 'getPatient', null, null, null, null,
          null, 200, null, 1, null, hash, hash
        from audit_line where chain = '%1$s' order by sequence desc limit 1
        """
            .formatted(audited.tenant());
    await().atMost(GENEROUS).ignoreExceptions().untilAsserted(() -> Stored.alter(added));

    partner.request().get(patient.path("")).then().statusCode(200);

    audited.lines(3);
    assertThat(audited.check().broken())
        .hasValueSatisfying(broken -> assertThat(broken.what()).contains("by hand"));
  }

  @Test
  void whatIsChangedRemovedOrCutOffInTheDatabaseIsNamed() {
    Patient.cleared(partner);
    ChainHead kept = audited.headAfter(2);
    assertThat(audited.check(kept).broken()).isEmpty();

    Stored.alter(
        "update audit_line set status = 299 where chain = '%s' and sequence = 2"
            .formatted(audited.tenant()));
    assertThat(audited.check().broken())
        .hasValueSatisfying(broken -> assertThat(broken.sequence()).isEqualTo(2));
    Stored.alter(
        "delete from audit_line where chain = '%s' and sequence = 1".formatted(audited.tenant()));
    assertThat(audited.check().broken())
        .hasValueSatisfying(broken -> assertThat(broken.sequence()).isEqualTo(1));
    Stored.alter("delete from audit_line where chain = '%s'".formatted(audited.tenant()));
    assertThat(audited.check().broken())
        .hasValueSatisfying(broken -> assertThat(broken.sequence()).isEqualTo(1));
    Stored.alter("delete from audit_head where chain = '%s'".formatted(audited.tenant()));
    assertThat(audited.check(kept).broken()).isPresent();
  }

  @Test
  void linesThatCouldNotBeStoredAreStoredOnceLater() {
    Stored.alter(
        """
        create function cut() returns trigger language plpgsql security definer as $$
        begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
        create constraint trigger cut after insert on audit_line deferrable initially deferred
          for each row when (new.chain = '%s') execute function cut();
        """
            .formatted(audited.tenant()));
    Patient patient;
    try {
      patient = Patient.of(partner);
      partner.request().get(patient.path("")).then().statusCode(200);
      await()
          .atMost(GENEROUS)
          .untilAsserted(
              () ->
                  assertThat(
                          Stored.column(
                              "select count(*) from audit_unlinked where chain = ?",
                              audited.tenant()))
                      .containsExactly("1"));
    } finally {
      Stored.alter("drop trigger cut on audit_line; drop function cut()");
    }

    assertThat(audited.lines(2))
        .extracting(line -> line.get("operation"))
        .containsExactlyInAnyOrder("registerPatient", "getPatient");
    assertThat(audited.check().broken()).isEmpty();
  }

  private String form(Map<String, Object> line) {
    String at =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .withZone(ZoneOffset.UTC)
            .format(Instant.parse(text(line, "at")));
    return "backstep-audit-1\n"
        + audited.tenant()
        + "\n"
        + text(line, "sequence")
        + "\n"
        + at
        + "\n"
        + List.of(
                "client",
                "operation",
                "objectType",
                "objectDigest",
                "status",
                "code",
                "times",
                "traceId",
                "previous")
            .stream()
            .map(name -> text(line, name))
            .collect(Collectors.joining("\n"));
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Map<String, Object> line, String name) {
    return Objects.toString(line.get(name), "\0");
  }
}
