package health.backstep.stack.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.broker.KafkaAccess;
import health.backstep.stack.doctor.broker.BrokerCheck;
import health.backstep.stack.doctor.database.DatabaseAccess;
import health.backstep.stack.doctor.database.DatabaseCheck;
import health.backstep.stack.platform.LocalPort;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that cannot be reached is one finding, not one for each question to it. */
class ServersAwayTest {

  private static final Setting SETTING = Setting.of(new LocalPlace(""));
  private static final String SECRET = "not-to-be-told";

  private final int nobody = LocalPort.free(1).getFirst();

  @Test
  void a_database_that_cannot_be_reached_is_told_once() {
    DatabaseAccess access = new DatabaseAccess("127.0.0.1", nobody, _ -> SECRET);

    List<Finding> findings = new DatabaseCheck(access, Path.of(""), SETTING).look();

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.check()).isEqualTo("database");
              assertThat(finding.what()).contains("cannot be reached").doesNotContain(SECRET);
              assertThat(finding.remedy())
                  .hasValueSatisfying(
                      remedy ->
                          assertThat(remedy)
                              .startsWith("./backstep down && ./backstep up --detach")
                              .contains("./backstep logs postgres"));
            });
  }

  @Test
  void a_broker_that_cannot_be_reached_is_told_once() throws Exception {
    KafkaAccess kafka = KafkaAccess.open("127.0.0.1:" + nobody);

    assertThat(new BrokerCheck(kafka, SETTING).look())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.check()).isEqualTo("broker");
              assertThat(finding.severity()).isEqualTo(Severity.WRONG);
              assertThat(finding.remedy().orElseThrow()).contains("./backstep logs kafka");
            });
  }
}
