package health.backstep.backbone.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A trace goes on as text, and no other text does. */
class TraceParentTest {

  private static final String SAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final String NOT_SAMPLED =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

  @ParameterizedTest
  @ValueSource(strings = {SAMPLED, NOT_SAMPLED})
  void whatWasContinuedIsWrittenAgain(String traceparent) {
    try (Scope _ = TraceParent.toContinue(traceparent).makeCurrent()) {
      assertThat(TraceParent.current()).contains(traceparent);
    }
  }

  @Test
  void outsideOfASpanThereIsNone() {
    assertThat(TraceParent.current()).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "my name is Rivera",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
        SAMPLED + "-Rivera",
        SAMPLED + "\n",
      })
  void anyOtherTextIsLeftOut(String text) {
    assertThat(TraceParent.known(text)).isEmpty();
    assertThat(spanIn(TraceParent.toContinue(text)).isValid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      })
  void aFormWithoutATraceBeginsANewOne(String traceparent) {
    assertThat(spanIn(TraceParent.toContinue(traceparent)).isValid()).isFalse();
  }

  @Test
  void whatRunsNowIsNotTheParentOfAnEventWithoutATrace() {
    try (Scope _ = TraceParent.toContinue(SAMPLED).makeCurrent()) {
      assertThat(spanIn(TraceParent.toContinue(null)).isValid()).isFalse();
    }
  }

  private static SpanContext spanIn(Context context) {
    return Span.fromContext(context).getSpanContext();
  }
}
