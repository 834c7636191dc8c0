package health.backstep.stack.doctor.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.LocalPlace;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Severity;
import health.backstep.stack.secret.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

  private static final Setting SETTING = Setting.of(new LocalPlace(""));

  @TempDir Path folder;

  @Test
  void the_keys_that_a_data_folder_publishes_are_well() throws Exception {
    Path keys = Secrets.in(folder).publicKeys();

    assertThat(tokenKeys(Files.readString(keys)))
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.OK);
              assertThat(finding.what()).isEqualTo("has 1 RSA key");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "               | is empty: no token can be checked",
        "<html></html>  | is no JWK set: no token can be checked",
        "{}             | is no JWK set: no token can be checked",
        "{'keys': []}   | has no RSA key: no token can be checked",
        "{'keys': [{'kty': 'oct', 'k': 'c2VjcmV0'}]} | has no RSA key: no token can be checked",
      })
  void keys_by_which_no_token_can_be_checked_are_wrong(String published, String expected)
      throws Exception {
    Finding finding = tokenKeys(published == null ? "" : published.replace('\'', '"'));

    assertThat(finding.severity()).isEqualTo(Severity.WRONG);
    assertThat(finding.what()).isEqualTo(expected);
    assertThat(finding.remedy()).hasValue("make it anew");
  }

  @Test
  void a_private_key_that_is_published_is_wrong_and_not_repeated() throws Exception {
    String key = Secrets.in(folder).signingKey();

    Finding finding = tokenKeys("{\"keys\": [" + key + "]}");

    assertThat(finding.severity()).isEqualTo(Severity.WRONG);
    assertThat(finding.what()).startsWith("holds a private key");
  }

  @Test
  void looking_at_secrets_mends_nothing() throws Exception {
    Secrets made = Secrets.in(folder);
    Files.writeString(made.publicKeys(), "");

    Secrets kept = Secrets.keptIn(folder);

    assertThat(kept).isEqualTo(made);
    assertThat(made.publicKeys()).isEmptyFile();
  }

  @Test
  void a_list_of_suspended_callers_is_read_as_the_services_read_it() throws Exception {
    Path list = folder.resolve("suspended-callers");

    assertThat(suspended(list, false).what()).isEqualTo("there is none: nobody is suspended");
    Files.writeString(list, "# since Monday\nnorth\nsouth app   # lost\n");
    assertThat(suspended(list, false).what()).isEqualTo("suspends 2 callers");
    Files.writeString(list, "north\nsouth app lost\n");
    assertThat(suspended(list, false))
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.what()).endsWith("[2]").doesNotContain("south");
            });
    Files.write(list, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(suspended(list, false).what()).isEqualTo("is no text in UTF-8");
  }

  @Test
  void a_list_that_cannot_be_read_is_wrong() throws Exception {
    Path list = Files.createDirectory(folder.resolve("suspended-callers"));

    assertThat(suspended(list, false).what()).isEqualTo("is no file that can be read");
    Files.delete(list);
    Files.writeString(list, "north\n");
    Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-------"));
    assertThat(suspended(list, true).remedy()).hasValue("chmod o+r " + list);
  }

  @Test
  void certificates_are_told_of_by_when_they_end() throws Exception {
    TestCertificate.in(folder, "expired", -40, 10);
    TestCertificate.in(folder, "soon", -1, 10);
    TestCertificate.in(folder, "early", 5, 10);
    TestCertificate.in(folder, "good", -1, 365);
    Files.writeString(
        folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");

    List<Finding> findings = new CertificateFilesCheck(folder, SETTING).look();

    assertThat(findings)
        .extracting(Finding::where, Finding::severity)
        .containsExactly(
            tuple("early.pem", Severity.WRONG),
            tuple("expired.pem", Severity.WRONG),
            tuple("good.pem", Severity.OK),
            tuple("soon.pem", Severity.WARNING));
    assertThat(findings.get(1).what()).startsWith("has expired on 20");
    assertThat(findings.get(1).remedy())
        .hasValue("put a renewed one in its place: " + folder.resolve("expired.pem"));
  }

  @Test
  void the_certificate_that_we_make_ourselves_is_made_anew() throws Exception {
    TestCertificate.in(folder, "keycloak", -40, 10);

    assertThat(new CertificateFilesCheck(folder, SETTING).look().getFirst().remedy())
        .hasValueSatisfying(
            remedy -> assertThat(remedy).contains("keycloak-key.pem && ./backstep secrets"));
  }

  private static Finding tokenKeys(String published) throws Exception {
    return new TokenKeysCheck("jwks.json", () -> published, "make it anew").look().getFirst();
  }

  private static Finding suspended(Path list, boolean byContainers) throws Exception {
    return new SuspendedCallersCheck(list, byContainers).look().getFirst();
  }
}
