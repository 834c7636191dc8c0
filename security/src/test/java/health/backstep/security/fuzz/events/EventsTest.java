package health.backstep.security.fuzz.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventsTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Examples EXAMPLES = Examples.in(REPOSITORY);
  private static final Events EVENTS = new Events(EXAMPLES, 3, "heron");

  private static final List<Event> MANY =
      LongStream.range(0, 300).boxed().flatMap(life -> EVENTS.life(life).stream()).toList();

  @Test
  void a_seed_makes_the_same_records() {
    List<Event> same = new Events(EXAMPLES, 3, "heron").life(5);

    for (int at = 0; at < Events.OF_A_LIFE; at++) {
      Event one = EVENTS.life(5).get(at);
      assertThat(same.get(at).how()).isEqualTo(one.how());
      assertThat(same.get(at).value()).isEqualTo(one.value());
      assertThat(same.get(at).names()).isEqualTo(one.names());
    }
  }

  @Test
  void there_are_whole_ones_and_spoilt_ones_of_every_type() {
    assertThat(MANY)
        .anyMatch(event -> event.how().isEmpty())
        .anyMatch(event -> event.value() == null)
        .anyMatch(event -> event.headers().isEmpty());
    assertThat(EXAMPLES.types())
        .allMatch(
            type ->
                MANY.stream().anyMatch(event -> event.type.equals(type) && !event.how().isEmpty()));
  }

  @Test
  void records_of_a_stranger_are_numbered_by_source_as_far_as_they_keep_their_place() {
    for (Event event : EVENTS.life(1)) {
      if (event.how().isEmpty()) {
        assertThat(event.header("ce_subject"))
            .isEqualTo(new String(event.key(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(Long.parseLong(event.header("ce_sequence"))).isBetween(1L, 10L);
      }
    }
  }

  @Test
  void what_comes_about_a_patient_of_ours_has_to_be_refused() {
    assertThat(EVENTS.against(0, UUID.randomUUID(), "kestrel"))
        .extracting(Event::how)
        .containsExactly(
            "another tenant", "a number that was taken before", "an odd ce_specversion");
  }
}
