package health.backstep.stack.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

  @TempDir Path dataDir;

  @Test
  void are_made_once_for_a_data_folder() {
    assertThat(Secrets.existIn(dataDir)).isFalse();
    Secrets first = Secrets.in(dataDir);
    assertThat(Secrets.existIn(dataDir)).isTrue();
    assertThat(Secrets.in(dataDir)).isEqualTo(first);
  }

  @Test
  void differ_from_folder_to_folder_and_from_role_to_role(@TempDir Path elsewhere) {
    Secrets here = Secrets.in(dataDir);
    Secrets there = Secrets.in(elsewhere);
    assertThat(here.signingKey()).isNotEqualTo(there.signingKey());
    assertThat(here.password("plan_app")).isNotEqualTo(there.password("plan_app"));
    assertThat(here.password("plan_app")).isNotEqualTo(here.password("plan_owner"));
  }

  @ParameterizedTest
  @CsvSource({
    "., rwx------",
    "database-key, rw-------",
    "signing-key.json, rw-------",
    "jwks.json, rw-r--r--"
  })
  void only_the_public_keys_can_be_read_by_others(String file, String permissions)
      throws IOException {
    Secrets.in(dataDir);
    assertThat(Files.getPosixFilePermissions(dataDir.resolve("secrets").resolve(file)))
        .isEqualTo(PosixFilePermissions.fromString(permissions));
  }

  @Test
  void never_show_themselves_in_a_message() {
    Secrets secrets = Secrets.in(dataDir);
    assertThat(secrets.toString())
        .doesNotContain(secrets.databaseKey())
        .doesNotContain(secrets.signingKey());
  }

  @Test
  void publish_no_private_part_of_the_key() throws IOException {
    assertThat(Files.readString(Secrets.in(dataDir).publicKeys()))
        .contains("\"kid\"", "\"n\"", "\"e\"")
        .doesNotContain("\"d\"", "\"p\"", "\"q\"");
  }
}
