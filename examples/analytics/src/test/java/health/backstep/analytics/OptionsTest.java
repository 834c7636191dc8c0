package health.backstep.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @Test
  void areTheLocalPlatformAndUtcWhenNothingIsSaid() throws Refused {
    assertThat(Options.parse(List.of()))
        .isEqualTo(new Options("127.0.0.1:19092", Path.of("analytics-out"), ZoneOffset.UTC, false));
  }

  @Test
  void areTakenFromTheCommandLine() throws Refused {
    assertThat(
            Options.parse(
                List.of(
                    "--follow",
                    "--bootstrap",
                    "kafka:9092",
                    "--zone",
                    "Europe/Berlin",
                    "--out",
                    "f")))
        .isEqualTo(new Options("kafka:9092", Path.of("f"), ZoneId.of("Europe/Berlin"), true));
  }

  @ParameterizedTest
  @CsvSource({"--outt, f", "--zone, Mars", "extra, extra"})
  void areRefusedByNameWhenTheyAreNotKnown(String name, String value) {
    assertThatThrownBy(() -> Options.parse(List.of(name, value)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(name.equals("--zone") ? value : name);
  }

  @Test
  void anAddressThatIsNoneEndsWithStatusTwoAndAReason(@TempDir Path folder) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();

    int status =
        Analytics.run(
            List.of("--bootstrap", "nowhere", "--out", folder.toString()),
            System.out,
            new PrintStream(errors, true, StandardCharsets.UTF_8));

    assertThat(status).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("nowhere is no address");
  }
}
