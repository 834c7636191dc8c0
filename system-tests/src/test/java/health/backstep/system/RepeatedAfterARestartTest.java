package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.platform.ServiceName;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client that does not know how its request ended repeats it, whatever happened meanwhile. */
class RepeatedAfterARestartTest {

  private final String key = UUID.randomUUID().toString();

  @Test
  void aKeyIsKnownAfterTheServiceWasKilled() {
    Response first = register();

    Platform.stack().kill(ServiceName.PROFILE);
    Platform.stack().start(ServiceName.PROFILE);

    Response again =
        await()
            .atMost(Duration.ofMinutes(2))
            .ignoreExceptions()
            .until(this::register, answer -> answer.statusCode() == 201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  private Response register() {
    return Platform.to(ServiceName.PROFILE)
        .header("Idempotency-Key", key)
        .body(
            """
            {"birthYear": 1985, "timeZone": "Europe/Berlin", "equipment": [],
             "minutesPerSession": 15, "sessionsPerWeek": 3}
            """)
        .post("/v1/patients");
  }
}
