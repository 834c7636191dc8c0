package health.backstep.stack.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposedSecretsTest {

  /** Keys that no container is given: only their owner may read them. */
  private static final List<String> OF_THE_OWNER =
      List.of("database-key", "signing-key.json", "receipts-key");

  @TempDir Path dataDir;

  @BeforeEach
  void make() {
    ComposedSecrets.makeIn(dataDir);
  }

  @Test
  void are_made_once_and_never_overwritten() throws IOException {
    Files.writeString(secret("plan-app-password"), "chosen by hand");
    Map<String, String> before = contents();
    ComposedSecrets.makeIn(dataDir);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void are_readable_for_users_of_containers_but_only_through_a_mount() throws IOException {
    assertThat(permissions(dataDir.resolve("secrets"))).isEqualTo("rwx------");
    for (String name : contents().keySet()) {
      assertThat(permissions(secret(name)))
          .as(name)
          .isEqualTo(OF_THE_OWNER.contains(name) ? "rw-------" : "rw-r--r--");
    }
  }

  @Test
  void are_passwords_of_which_none_is_like_another() {
    assertThat(contents().entrySet().stream().filter(file -> file.getKey().endsWith("-password")))
        .hasSizeGreaterThan(10)
        .allSatisfy(file -> assertThat(file.getValue()).matches("[0-9a-f]{64}"))
        .extracting(Map.Entry::getValue)
        .doesNotHaveDuplicates();
  }

  @Test
  void say_a_password_in_each_form_in_which_somebody_reads_it() {
    Map<String, String> made = contents();
    assertThat(made.get("kafka-plan-login"))
        .endsWith(
            "username=\"plan-service\" password=\"" + made.get("kafka-plan-password") + "\";");
    assertThat(made.get("kafka-jaas.conf"))
        .contains("user_operations=\"" + made.get("kafka-operations-password") + "\";")
        .contains("user_broker=\"" + made.get("kafka-broker-password") + "\";");
    assertThat(made.get("kafka-operations.properties"))
        .contains("sasl.jaas.config=" + made.get("kafka-operations-login"));
  }

  @Test
  void follow_a_password_that_was_changed_by_hand() throws IOException {
    Files.writeString(secret("kafka-plan-password"), "changed\n");
    Files.delete(secret("kafka-plan-login"));
    ComposedSecrets.makeIn(dataDir);
    assertThat(contents().get("kafka-plan-login")).endsWith(" password=\"changed\";");
  }

  @Test
  void sign_receipts_with_a_key_of_their_own() throws Exception {
    byte[] key = Base64.getDecoder().decode(contents().get("profile-receipts-key"));
    assertThat(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)))
        .isNotNull();
  }

  @Test
  void vouch_for_keycloak_under_its_name_and_hold_its_key() throws Exception {
    X509Certificate certificate;
    try (InputStream pem = Files.newInputStream(secret("keycloak.pem"))) {
      certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getSubjectAlternativeNames()).contains(List.of(2, "keycloak"));
    assertThat(contents().get("keycloak-key.pem")).startsWith("-----BEGIN PRIVATE KEY-----");
  }

  private Path secret(String name) {
    return dataDir.resolve("secrets").resolve(name);
  }

  private Map<String, String> contents() {
    try (Stream<Path> files = Files.list(dataDir.resolve("secrets"))) {
      return files.collect(
          Collectors.toMap(file -> file.getFileName().toString(), ComposedSecretsTest::contentOf));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
