package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that partners start from works as it stands. */
class PartnerExampleTest {

  private static final Path EXAMPLE = Path.of("../examples/partner/first_steps.py");

  @TempDir Path folder;

  @Test
  void it_leads_from_a_token_to_signed_webhooks_about_a_plan_that_stepped_back() throws Exception {
    assumeTrue(hasPython(), "there is no Python here");

    String told = run();

    assertThat(told)
        .containsPattern("Plan 1 asks for \\w")
        .containsPattern("Plan 2 stepped back: \\w")
        .containsPattern("Signed messages came about plan \\[(1, 2|2, 1)]");
  }

  private String run() throws IOException, InterruptedException {
    Path told = folder.resolve("told");
    ProcessBuilder python =
        new ProcessBuilder("python3", EXAMPLE.toString())
            .redirectErrorStream(true)
            .redirectOutput(told.toFile());
    Map<String, String> environment = python.environment();
    environment.put("TOKEN", Platform.token());
    for (ServiceName service : ServiceName.values()) {
      environment.put("BACKSTEP_" + service.name(), Platform.stack().url(service).toString());
    }
    Process running = python.start();
    boolean ended = running.waitFor(3, TimeUnit.MINUTES);
    running.destroyForcibly();
    assertThat(ended ? running.waitFor() : -1).as(Files.readString(told)).isZero();
    return Files.readString(told);
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
