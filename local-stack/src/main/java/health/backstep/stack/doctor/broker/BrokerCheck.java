package health.backstep.stack.doctor.broker;

import health.backstep.stack.broker.KafkaAccess;
import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Failures;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Kafka: whether it answers, its version and clock, its topics, and what is left to read. */
public record BrokerCheck(KafkaAccess kafka, Setting setting) implements Check {

  private static final Map<String, Integer> IMPATIENT =
      Map.of(
          AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
          AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000,
          AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 100,
          AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);

  @Override
  public Subject subject() {
    return new Subject("broker", kafka.bootstrapServers(), setting.place().logs("kafka"));
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    try (Admin admin = Admin.create(kafka.with(IMPATIENT))) {
      int brokers = admin.describeCluster().nodes().get().size();
      List<Finding> findings = new ArrayList<>();
      findings.add(subject().ok(brokers == 1 ? "answers" : brokers + " brokers answer"));
      questions()
          .forEach(
              question -> findings.addAll(question.subject().guard(() -> question.ask(admin))));
      return findings;
    } catch (ExecutionException | KafkaException e) {
      return List.of(
          subject()
              .wrong(
                  "cannot be reached: " + Failures.words(e),
                  "%s; its log says more: %s"
                      .formatted(setting.place().startRest(), subject().more())));
    }
  }

  private List<Question> questions() {
    return List.of(
        new VersionQuestion(setting.place()),
        new QuorumClockQuestion(setting),
        new TopicsQuestion(kafka.bootstrapServers(), setting.place()),
        new LagQuestion(setting));
  }
}
