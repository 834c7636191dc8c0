package health.backstep.stack.doctor.broker;

import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Place;
import health.backstep.stack.doctor.Subject;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.SupportedVersionRange;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Of which release the broker is. It does not say so; but each release brings metadata of its own.
 */
record VersionQuestion(Place place) implements Question {

  @Override
  public Subject subject() {
    return new Subject("versions", "kafka", place.logs("kafka"));
  }

  @Override
  public List<Finding> ask(Admin admin) throws ExecutionException, InterruptedException {
    SupportedVersionRange supported =
        admin
            .describeFeatures()
            .featureMetadata()
            .get()
            .supportedFeatures()
            .get(MetadataVersion.FEATURE_NAME);
    return supported == null ? List.of() : List.of(of(supported.maxVersion()));
  }

  private Finding of(short newest) {
    MetadataVersion builtFor = MetadataVersion.latestProduction();
    if (newest == builtFor.featureLevel()) {
      return subject().ok("Kafka " + builtFor.shortVersion());
    }
    boolean older = newest < builtFor.featureLevel();
    return subject()
        .warning(
            "is %s than Kafka %s, which Backstep is built and tried with"
                .formatted(older ? "older" : "newer", builtFor.shortVersion()),
            older
                ? "run Kafka %s; then %s".formatted(builtFor.shortVersion(), place.startRest())
                : "./backstep test with that version before you rely on it");
  }
}
