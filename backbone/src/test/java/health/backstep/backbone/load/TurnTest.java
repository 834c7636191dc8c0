package health.backstep.backbone.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnTest {

  private long now;
  private final Turn turn = new Turn(() -> now);

  @Test
  void takesOnHoweverManyInAShortTurn() {
    assertThat(takenOn(1_000)).isEqualTo(1_000);
  }

  @Test
  void takesOnTheFirstHoweverSlowItIs() {
    assertThat(takenOn(1)).isEqualTo(1);
    now = Turn.LONGEST.toNanos() * 10;

    assertThat(takenOn(1_000)).isEqualTo(Turn.AT_LEAST - 1);
  }

  @Test
  void takesOnNewOnesInTheNextTurn() {
    takenOn(Turn.AT_LEAST);
    now = Turn.LONGEST.toNanos() + 1;
    assertThat(turn.takesOn()).isFalse();
    assertThat(turn.begins()).isFalse();

    turn.end();

    assertThat(turn.begins()).isTrue();
    assertThat(takenOn(1_000)).isEqualTo(1_000);
  }

  private long takenOn(int calls) {
    return IntStream.range(0, calls).filter(call -> turn.takesOn()).count();
  }
}
