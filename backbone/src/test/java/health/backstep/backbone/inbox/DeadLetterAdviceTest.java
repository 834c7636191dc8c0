package health.backstep.backbone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.deadletter.Advice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code ./backstep dlq show} says what to do about every cause that a service gives. */
class DeadLetterAdviceTest {

  @ParameterizedTest
  @EnumSource
  void every_cause_has_advice_of_its_own(DeadLetterCause cause) {
    assertThat(Advice.knows(cause.name())).isTrue();
  }
}
