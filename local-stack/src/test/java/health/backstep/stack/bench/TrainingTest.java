package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingTest {

  private static final OffsetDateTime ASSESSED = OffsetDateTime.parse("2026-11-01T09:00:00Z");

  private Training training;

  @BeforeEach
  void plan() throws Exception {
    JsonNode plan =
        new ObjectMapper()
            .readTree(
                """
                {"version": 4, "items": [{"exerciseId": "bridge", "level": 2, "dose": {"sets": 3}}]}
                """);
    training =
        new Training(
            List.of(Trainee.of("a", plan), Trainee.of("b", plan)),
            ASSESSED.plusDays(1),
            Duration.ofDays(1),
            ASSESSED.plusDays(2).plusHours(1));
  }

  @Test
  void lets_everybody_train_once_a_day() {
    List<Workout> workouts = Stream.generate(training::next).limit(4).toList();
    assertThat(workouts).extracting(Workout::patient).containsExactly("a", "b", "a", "b");
    assertThat(workouts).extracting(Workout::key).doesNotHaveDuplicates();
    assertThat(workouts.get(1).body()).contains("\"startedAt\":\"2026-11-02T09:00Z\"");
    assertThat(workouts.get(2).body())
        .contains("\"startedAt\":\"2026-11-03T09:00Z\"")
        .contains("\"planVersion\":4")
        .contains("\"exerciseId\":\"bridge\",\"level\":2,\"setsDone\":3");
  }

  @Test
  void deals_patients_out_so_that_nobody_is_in_two_hands() {
    training.next();
    List<Training> senders = training.dealtOutTo(2);
    assertThat(senders.get(0).next().body()).contains("\"startedAt\":\"2026-11-03T09:00Z\"");
    assertThatThrownBy(senders.get(0)::next).hasMessageContaining("as often as they can");
    assertThat(Stream.generate(senders.get(1)::next).limit(2))
        .extracting(Workout::patient)
        .containsExactly("b", "b");
  }

  @Test
  void lets_nobody_train_in_the_future() {
    Stream.generate(training::next).limit(4).forEach(workout -> {});
    assertThatThrownBy(training::next).hasMessageContaining("as often as they can until now");
  }
}
