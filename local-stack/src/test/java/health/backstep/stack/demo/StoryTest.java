package health.backstep.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T00:05:00Z"), ZoneOffset.UTC);

  private final Calendar calendar = Calendar.endingYesterday(CLOCK, Story.ZONE);

  @Test
  void goes_forward_in_time_and_lies_in_the_past() {
    List<OffsetDateTime> times =
        Story.STEPS.stream().map(step -> calendar.at(step.moment())).toList();
    assertThat(times).isSortedAccordingTo(OffsetDateTime::compareTo).doesNotHaveDuplicates();
    assertThat(times.getLast().toInstant()).isBefore(CLOCK.instant());
  }

  @Test
  void is_where_the_patient_lives_across_the_change_of_the_clocks() {
    assertThat(calendar.at(Step.Moment.of(0, "18:30"))).hasToString("2026-10-10T18:30+02:00");
    assertThat(calendar.at(Step.Moment.of(20, "18:30"))).hasToString("2026-10-30T18:30+01:00");
    assertThat(calendar.dayOf(calendar.at(Step.Moment.of(20, "00:10")))).isEqualTo(20);
    assertThat(calendar.label(41)).isEqualTo("Fri 20 Nov");
  }

  @Test
  void has_two_flares_far_enough_apart_to_be_restored_and_a_step_up_before_and_after_week_four() {
    assertThat(Story.STEPS.stream().flatMap(step -> step.expected().stream()))
        .containsExactly(
            Change.GENERATED,
            Change.REGRESSED,
            Change.RESTORED,
            Change.PROGRESSED,
            Change.REGRESSED,
            Change.RESTORED,
            Change.GENERATED,
            Change.PROGRESSED,
            Change.GENERATED);
  }
}
