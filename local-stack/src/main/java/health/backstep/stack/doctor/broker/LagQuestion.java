package health.backstep.stack.doctor.broker;

import health.backstep.stack.broker.AccessList;
import health.backstep.stack.broker.GroupLag;
import health.backstep.stack.broker.Rights;
import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.doctor.Amount;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** How many records each service has not read of the topics that the contract gives it to read. */
record LagQuestion(Setting setting) implements Question {

  private static final Duration LIMIT = Duration.ofSeconds(4);

  @Override
  public Subject subject() {
    return about("services");
  }

  @Override
  public List<Finding> ask(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    Set<String> there = admin.listTopics().names().get();
    List<Finding> findings = new ArrayList<>();
    for (Rights user : AccessList.fromContract()) {
      if (!user.user().equals(AccessList.ANALYTICS)) {
        long lag = new GroupLag(admin, LIMIT).of(user.user(), partitions(user, there));
        findings.add(finding(user, lag));
      }
    }
    return findings;
  }

  private Finding finding(Rights service, long lag) {
    Subject subject = about(service.user());
    String words = "has %s to read".formatted(Amount.of(lag, "record"));
    return lag > setting.limits().lag()
        ? subject.warning(
            words + ": plans are late by that much",
            "look again in a minute; if it does not fall: " + subject.more())
        : subject.ok(words);
  }

  private static Set<TopicPartition> partitions(Rights service, Set<String> there) {
    return Topics.fromContract().stream()
        .filter(topic -> service.reads().contains(topic.name()) && there.contains(topic.name()))
        .flatMap(LagQuestion::partitionsOf)
        .collect(Collectors.toSet());
  }

  private static Stream<TopicPartition> partitionsOf(TopicSpec topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(number -> new TopicPartition(topic.name(), number));
  }

  private Subject about(String service) {
    return new Subject("lag", service, setting.place().logs(service));
  }
}
