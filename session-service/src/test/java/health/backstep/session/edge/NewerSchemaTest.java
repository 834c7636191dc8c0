package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThatCode;

import health.backstep.backbone.testing.Stored;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version that is taken back starts on a schema that a later one has migrated. */
@SessionComponentTest
class NewerSchemaTest {

  private static final String LATER =
      """
      insert into flyway_schema_history
        (installed_rank, version, description, type, script, installed_by, execution_time, success)
      values (9999, '%1$s', 'later', 'SQL', 'V%1$s__later.sql', 'a test', 0, true)
      """;

  @Inject Flyway flyway;

  /** One of the backbone, whose numbers are below those of every service, and one of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"0999", "1999"})
  void migrationsThatItDoesNotHaveAreLeftAlone(String number) {
    Stored.alter(LATER.formatted(number));

    assertThatCode(flyway::migrate).doesNotThrowAnyException();
  }

  @AfterEach
  void forget() {
    Stored.alter("delete from flyway_schema_history where installed_rank = 9999");
  }
}
