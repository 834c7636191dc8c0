package health.backstep.faults.check.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplerTest {

  private static final String METRICS =
      """
      # TYPE agroal_active_count gauge
      agroal_active_count{datasource="default"} 3.0
      agroal_active_count{datasource="relay"} 1.0
      agroal_active_count_max 9.0
      backstep_outbox_pending 7.0
      """;

  @Test
  void aMetricIsTheSumOfItsLines() {
    assertThat(Sampler.sum(METRICS, "agroal_active_count")).hasValue(4);
    assertThat(Sampler.sum(METRICS, "backstep_outbox_pending")).hasValue(7);
  }

  @Test
  void aMetricThatIsNotThereIsNotZero() {
    assertThat(Sampler.sum(METRICS, "jvm_gc_live_data_size_bytes")).isEmpty();
  }
}
