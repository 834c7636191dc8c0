package health.backstep.faults.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoisonTest {

  private static final EventTopic TOPIC = EventTopic.ALL.getFirst();

  @ParameterizedTest
  @MethodSource("all")
  void breaksAWholeRecordAndSaysHow(Poison poison) {
    ProducerRecord<byte[], byte[]> broken = poison.of(whole());

    assertThat(Wire.text(broken.headers(), Poison.HOW)).isEqualTo(poison.name());
    broken.headers().remove(Poison.HOW);
    assertThat(told(broken)).isNotEqualTo(told(whole()));
  }

  @ParameterizedTest
  @MethodSource("ofThePayload")
  void ofThePayloadLeavesTheEnvelopeWhole(Poison poison) {
    ProducerRecord<byte[], byte[]> broken = poison.of(whole());
    broken.headers().remove(Poison.HOW);

    assertThat(broken.headers()).isEqualTo(whole().headers());
    assertThat(broken.key()).isEqualTo(whole().key());
  }

  @Test
  void isOfEachKindOnlyOnce() {
    assertThat(all()).extracting(Poison::name).doesNotHaveDuplicates();
  }

  static List<Poison> all() {
    return Stream.concat(Poison.OF_THE_ENVELOPE.stream(), ofThePayload().stream()).toList();
  }

  static List<Poison> ofThePayload() {
    return Poison.OF_THE_PAYLOAD;
  }

  private static ProducerRecord<byte[], byte[]> whole() {
    return Wire.madeUp(TOPIC, TOPIC.handledType(), "north", new SplittableRandom(1));
  }

  private static String told(ProducerRecord<byte[], byte[]> event) {
    return Arrays.toString(event.key())
        + Arrays.toString(event.headers().toArray())
        + Arrays.toString(event.value());
  }
}
