package health.backstep.backbone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadLetterRecordTest {

  private static final int LARGEST = 512 * 1024;
  private static final int TOPIC_LIMIT = 1024 * 1024;
  private static final Map<String, String> SAYING = Map.of("dlq_reason", "it does not fit");

  @Test
  void itIsTheRecordAsItCameWithTheReason() {
    DeadLetterRecord letter = letter("key", Map.of("ce_id", "1"), new byte[] {1, 2});

    assertThat(letter.key()).isEqualTo("key");
    assertThat(letter.headers())
        .containsExactlyInAnyOrderEntriesOf(Map.of("ce_id", "1", "dlq_reason", "it does not fit"));
    assertThat(letter.payload()).containsExactly(1, 2);
  }

  @Test
  void whatAnEarlierDeadLetterSaidIsNotRepeated() {
    DeadLetterRecord letter =
        letter("key", Map.of("dlq_replay", "1", "dlq_payload_left_out", "true"), new byte[0]);

    assertThat(letter.headers()).containsOnlyKeys("dlq_reason");
  }

  @Test
  void itFitsItsTopicHoweverLargeTheRecordWas() {
    Map<String, String> headers = new LinkedHashMap<>();
    IntStream.range(0, 5000).forEach(i -> headers.put("x" + i, "\uFFFD".repeat(150)));
    headers.put("ce_id", "\uFFFD".repeat(300_000));
    headers.put("n".repeat(300_000), "");

    DeadLetterRecord letter = letter("\uFFFD".repeat(300_000), headers, new byte[TOPIC_LIMIT]);

    assertThat(size(letter)).isLessThan(TOPIC_LIMIT / 2);
    assertThat(letter.headers()).containsEntry("dlq_payload_left_out", "true");
    assertThat(size(letter("\uFFFD".repeat(200), headers, new byte[LARGEST])))
        .isLessThan(TOPIC_LIMIT * 9 / 10);
  }

  private static DeadLetterRecord letter(String key, Map<String, String> headers, byte[] payload) {
    return DeadLetterRecord.of(
        new IncomingRecord("pt.plan.events.v1", 0, 0, key, headers, payload), SAYING, LARGEST);
  }

  private static long size(DeadLetterRecord letter) {
    return new IncomingRecord("", 0, 0, letter.key(), letter.headers(), letter.payload()).size();
  }
}
