package health.backstep.backbone.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.file.FileSystemConfigSourceFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A container is given what is secret as a file whose name is that of the environment's variable.
 */
class SecretFilesTest {

  private static final int ORDINAL = 300;

  @TempDir Path folder;

  @Test
  void a_password_is_found_where_a_setting_refers_to_its_variable() throws IOException {
    Files.writeString(folder.resolve("BACKSTEP_DATABASE_APP_PASSWORD"), "of-the-file\n");

    assertThat(config().getValue("quarkus.datasource.password", String.class))
        .isEqualTo("of-the-file");
  }

  @Test
  void the_way_into_kafka_is_found_among_the_settings_of_clients() throws IOException {
    Files.writeString(folder.resolve("BACKSTEP_KAFKA_CLIENT_SASL_JAAS_CONFIG"), "login;");

    assertThat(GivenSettings.of(config()).consumer()).containsEntry("sasl.jaas.config", "login;");
  }

  private SmallRyeConfig config() {
    Map<String, String> told =
        Map.of(
            "smallrye.config.source.file.locations",
            folder.toString(),
            "quarkus.datasource.password",
            "${BACKSTEP_DATABASE_APP_PASSWORD}");
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(told, "told", ORDINAL))
        .withSources(new FileSystemConfigSourceFactory())
        .build();
  }
}
