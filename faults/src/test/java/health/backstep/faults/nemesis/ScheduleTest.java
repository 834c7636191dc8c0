package health.backstep.faults.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final List<Fault> ALL = Faults.all();

  @Test
  void theSameSeedGivesTheSameStrikesWithTheSameParameters() {
    assertThat(steps(Schedule.endless(7, ALL), 100))
        .isEqualTo(steps(Schedule.endless(7, ALL), 100));
  }

  @Test
  void whatIsRandomInAFaultComesFromTheSeed() {
    Schedule.Blow blow = steps(Schedule.once(7, ALL), 1).getFirst().blows().getFirst();

    assertThat(blow.random().nextLong()).isEqualTo(blow.random().nextLong());
  }

  @Test
  void anotherSeedGivesAnotherOrder() {
    assertThat(names(Schedule.once(7, ALL))).isNotEqualTo(names(Schedule.once(8, ALL)));
  }

  @Test
  void everyFaultStrikesOnceBeforeAnyStrikesAgain() {
    assertThat(names(Schedule.once(7, ALL)))
        .containsExactlyInAnyOrderElementsOf(ALL.stream().map(Fault::name).toList());
    assertThat(steps(Schedule.endless(7, ALL), ALL.size() * 2))
        .flatExtracting(Schedule.Step::blows)
        .extracting(blow -> blow.fault().name())
        .containsAll(ALL.stream().map(Fault::name).toList())
        .hasSizeGreaterThan(ALL.size());
  }

  @Test
  void twoFaultsStrikeAtOnceOnlyInDifferentAreas() {
    List<Schedule.Step> pairs =
        steps(Schedule.endless(7, ALL), 500).stream()
            .filter(step -> step.blows().size() == 2)
            .toList();

    assertThat(pairs)
        .isNotEmpty()
        .allSatisfy(
            pair ->
                assertThat(
                        Collections.disjoint(
                            pair.blows().getFirst().fault().areas(),
                            pair.blows().getLast().fault().areas()))
                    .isTrue());
  }

  @Test
  void whatIsListedInOrderStrikesInThatOrderAndAlone() {
    Schedule listed = Schedule.of(Schedule.Order.AS_LISTED, 7, ALL);

    assertThat(names(listed)).isEqualTo(ALL.stream().map(Fault::name).toList());
    assertThat(steps(listed, ALL.size() + 1))
        .hasSize(ALL.size())
        .allSatisfy(step -> assertThat(step.blows()).hasSize(1));
  }

  private static List<String> names(Schedule schedule) {
    return steps(schedule, ALL.size()).stream()
        .flatMap(step -> step.blows().stream())
        .map(blow -> blow.fault().name())
        .toList();
  }

  private static List<Schedule.Step> steps(Schedule schedule, int howMany) {
    Stream<Schedule.Step> all =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(schedule.steps(), 0), false);
    return all.limit(howMany).toList();
  }
}
