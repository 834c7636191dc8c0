package health.backstep.backbone.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Calls are counted in classes of time, a few of them: each is a series for every route, method and
 * status, and percentiles over several instances can be had from nothing else.
 */
public class CallTimes {

  private static final String CALLS = "http.server.requests";
  private static final double[] CLASSES =
      Stream.of("PT0.01S", "PT0.05S", "PT0.1S", "PT0.25S", "PT0.5S", "PT1S", "PT2.5S", "PT10S")
          .mapToDouble(time -> Duration.parse(time).toNanos())
          .toArray();

  @Produces
  @Singleton
  MeterFilter classesOfTime() {
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(CALLS)
            ? DistributionStatisticConfig.builder()
                .serviceLevelObjectives(CLASSES)
                .build()
                .merge(config)
            : config;
      }
    };
  }
}
