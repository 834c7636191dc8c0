package health.backstep.stack.compose;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What {@code ./backstep secrets} has made for the containers, read when it is asked for.
 *
 * @param folder with a file for each
 */
public record ContainerSecrets(Path folder) {

  /**
   * The password of a role of PostgreSQL, such as {@code postgres} or {@code plan_app}.
   *
   * @throws StackFailure when it is not there
   */
  public String passwordOf(String role) {
    return read(role.replace('_', '-') + "-password");
  }

  /**
   * With these settings a client is the Kafka user who may do everything.
   *
   * @throws StackFailure when the password is not there
   */
  public Map<String, String> kafkaLogin() {
    return Map.of(
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"operations\" password=\"%s\";"
            .formatted(read("kafka-operations-password")));
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name)).strip();
    } catch (IOException e) {
      throw new StackFailure(
          "%s cannot be read. First: ./backstep secrets".formatted(folder.resolve(name)));
    }
  }
}
