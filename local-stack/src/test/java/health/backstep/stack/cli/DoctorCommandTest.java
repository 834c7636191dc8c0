package health.backstep.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.stack.secret.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  @TempDir Path folder;

  @Test
  void where_nothing_runs_it_says_so_and_what_to_do_and_leaves_nothing_behind() {
    Path data = folder.resolve("data");

    Typed doctor = Typed.at(data, "doctor");

    assertThat(doctor.exit()).isEqualTo(1);
    assertThat(doctor.out())
        .containsPattern("(?m)^wrong    process +\\S+/data: nothing is running here$")
        .contains("\n         do: ./backstep up --detach --data " + data + "\n")
        .containsPattern("(?m)^ok       jdk ")
        .containsPattern("(?m)^\\d+ wrong, \\d+ warnings?, \\d+ ok\\.$");
    assertThat(data).doesNotExist();
  }

  @Test
  void programs_are_told_the_same() throws Exception {
    Typed doctor = Typed.at(folder.resolve("data"), "doctor", "--json");
    JsonNode told = new ObjectMapper().readTree(doctor.out());

    assertThat(doctor.exit()).isEqualTo(1);
    assertThat(told.path("well").asBoolean(true)).isFalse();
    assertThat(StreamSupport.stream(told.path("checks").spliterator(), false))
        .anySatisfy(
            check -> {
              assertThat(check.path("check").asText()).isEqualTo("process");
              assertThat(check.path("severity").asText()).isEqualTo("wrong");
              assertThat(check.path("do").asText()).startsWith("./backstep up");
            })
        .anySatisfy(check -> assertThat(check.path("do").isNull()).isTrue());
  }

  @Test
  void it_mends_nothing_and_prints_no_secret() throws Exception {
    Secrets secrets = Secrets.in(folder);
    Files.writeString(secrets.publicKeys(), "");

    Typed doctor = Typed.at(folder, "doctor");

    assertThat(doctor.out())
        .containsPattern("(?m)^wrong    token-keys +\\S+/jwks.json: is empty")
        .containsPattern("token-keys .*\n +do: ./backstep up --detach --data " + folder)
        .doesNotContain(secrets.databaseKey().strip(), secrets.password("plan_app"));
    assertThat(secrets.publicKeys()).isEmptyFile();
  }

  @Test
  void a_broken_list_of_processes_is_a_finding() throws Exception {
    Path table = folder.resolve("run/processes.json");
    Files.createDirectories(table.getParent());
    Files.writeString(table, "{");

    Typed doctor = Typed.at(folder, "doctor");

    assertThat(doctor.exit()).isEqualTo(1);
    assertThat(doctor.out()).containsPattern("(?m)^wrong    process .*cannot be looked at: ");
  }

  @Test
  void an_address_at_which_nobody_answers_is_a_finding() {
    Typed doctor = Typed.at(folder, "doctor", "--url", "plan=http://127.0.0.1:1");

    assertThat(doctor.exit()).isEqualTo(1);
    assertThat(doctor.out())
        .containsPattern(
            "(?m)^wrong    health +plan-service: does not answer at http://127.0.0.1:1");
  }
}
