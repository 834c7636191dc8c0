package health.backstep.stack.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the containers of docker-compose.yml must know and nobody else may: a file for each. What is
 * there already stays as it is. A file that says a password again in another form is made from the
 * password's own file.
 */
public final class ComposedSecrets {

  private static final String POSTGRES = "postgres-password";
  private static final List<String> DATABASES = List.of("profile", "plan", "session");
  private static final List<String> DUTIES = List.of("owner", "app", "relay");
  private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
  private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";

  private final SecretFolder folder;

  private ComposedSecrets(SecretFolder folder) {
    this.folder = folder;
  }

  /** Makes in the data folder what is missing, the keys for trial tokens as well. */
  public static void makeIn(Path dataDir) {
    Secrets.in(dataDir);
    try {
      new ComposedSecrets(SecretFolder.in(dataDir)).make();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep secrets in " + dataDir, e);
    }
  }

  /** Whether the data folder has them. */
  public static boolean existIn(Path dataDir) {
    return Files.exists(SecretFolder.in(dataDir).file(POSTGRES));
  }

  private void make() throws IOException {
    password(POSTGRES);
    for (String database : DATABASES) {
      for (String duty : DUTIES) {
        password(database + "-" + duty + "-password");
      }
    }
    for (String service : DATABASES) {
      String password = password("kafka-" + service + "-password");
      lend("kafka-" + service + "-login", login(SCRAM, service + "-service", password) + ";");
    }
    password("kafka-analytics-password");
    makeLoginsOfTheBroker();
    folder.readOrLend("profile-receipts-key", Secrets::newReceiptsKey);
    password("plan-webhooks-key");
    makeThoseOfExtras();
  }

  private void makeThoseOfExtras() throws IOException {
    password("grafana-admin-password");
    password("keycloak-admin-password");
    password("keycloak-demo-app-secret");
    password("keycloak-sandbox-app-secret");
    if (!Files.exists(folder.file("keycloak.pem"))) {
      OwnCertificate own = OwnCertificate.of("keycloak");
      lend("keycloak-key.pem", own.key());
      lend("keycloak.pem", own.certificate());
    }
    lend("kafka-ui.yml", settingsOfTheUi());
  }

  /** It may do anything, as operations may, and is for operations alone. */
  private String settingsOfTheUi() throws IOException {
    return """
        kafka:
          clusters:
            - name: backstep
              bootstrapServers: kafka:9092
              readOnly: true
              properties:
                security.protocol: SASL_PLAINTEXT
                sasl.mechanism: PLAIN
                sasl.jaas.config: '%s'
        """
        .formatted(login(PLAIN, "operations", password("kafka-operations-password")) + ";");
  }

  /** By Kafka's own names: a section for each listener, and the users that it knows beforehand. */
  private void makeLoginsOfTheBroker() throws IOException {
    String broker = password("kafka-broker-password");
    String operations = password("kafka-operations-password");
    String itself = login(PLAIN, "broker", broker) + " user_broker=\"" + broker + "\";";
    lend(
        "kafka-jaas.conf",
        """
        clients.KafkaServer {
          %s required;
          %s required user_operations="%s";
        };
        broker.KafkaServer {
          %s
        };
        controller.KafkaServer {
          %s
        };
        """
            .formatted(SCRAM, PLAIN, operations, itself, itself));
    String login = login(PLAIN, "operations", operations) + ";";
    lend("kafka-operations-login", login);
    lend(
        "kafka-operations.properties",
        """
        security.protocol=SASL_PLAINTEXT
        sasl.mechanism=PLAIN
        sasl.jaas.config=%s
        """
            .formatted(login));
  }

  private static String login(String module, String user, String password) {
    return module + " required username=\"" + user + "\" password=\"" + password + "\"";
  }

  private String password(String name) throws IOException {
    return folder.readOrLend(name, Secrets::randomKey).strip();
  }

  private void lend(String name, String content) throws IOException {
    folder.readOrLend(name, () -> content);
  }
}
