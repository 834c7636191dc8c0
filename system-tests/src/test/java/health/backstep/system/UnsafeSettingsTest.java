package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Child;
import health.backstep.stack.process.Jdk;
import health.backstep.stack.process.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A packaged service that is told to endanger events ends instead of starting. */
class UnsafeSettingsTest {

  private static final String JAR = "profile-service/target/quarkus-app/quarkus-run.jar";

  @TempDir Path folder;

  @Test
  void theProcessEndsWithAnErrorThatNamesEveryFault() throws Exception {
    Map<String, String> environment =
        new HashMap<>(Platform.stack().environment(ServiceName.PROFILE));
    environment.put("QUARKUS_HTTP_PORT", "0");
    environment.put("BACKSTEP_KAFKA_PRODUCER_ACKS", "1");
    environment.put("BACKSTEP_KAFKA_CONSUMER_AUTO_OFFSET_RESET", "latest");
    Path jar = Path.of("..").resolve(JAR).toAbsolutePath().normalize();
    Path log = folder.resolve("service.log");

    Child service =
        new Launch(
                "unsafe",
                List.of(Jdk.java(), "-Xmx256m", "-jar", jar.toString()),
                environment,
                folder,
                log)
            .start();

    try {
      assertThat(service.exit().get(3, TimeUnit.MINUTES)).isEqualTo(1);
      assertThat(Files.readString(log))
          .contains("profile-service does not start")
          .contains("backstep.kafka.producer.acks=1: ")
          .contains("backstep.kafka.consumer.auto.offset.reset=latest: ")
          .doesNotContain("Listening on");
    } finally {
      service.identity().kill();
    }
  }
}
