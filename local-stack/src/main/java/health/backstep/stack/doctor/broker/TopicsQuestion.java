package health.backstep.stack.doctor.broker;

import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.doctor.Amount;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Place;
import health.backstep.stack.doctor.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/** Whether the contract's topics are there, as it wants them, with all their copies. */
record TopicsQuestion(String bootstrapServers, Place place) implements Question {

  @Override
  public Subject subject() {
    return new Subject("topics", "kafka", place.logs("kafka"));
  }

  @Override
  public List<Finding> ask(Admin admin) throws ExecutionException, InterruptedException {
    Map<String, Integer> wanted =
        Topics.fromContract().stream()
            .collect(Collectors.toMap(TopicSpec::name, TopicSpec::partitions));
    Set<String> there = admin.listTopics().names().get();
    List<Finding> findings = new ArrayList<>(missing(wanted.keySet(), there));
    List<String> known = wanted.keySet().stream().filter(there::contains).toList();
    for (TopicDescription topic : admin.describeTopics(known).allTopicNames().get().values()) {
      findings.addAll(finding(topic, wanted.get(topic.name())));
    }
    return findings.isEmpty()
        ? List.of(subject().ok("the contract's %d are there".formatted(wanted.size())))
        : findings;
  }

  private List<Finding> missing(Set<String> wanted, Set<String> there) {
    String names =
        wanted.stream()
            .filter(topic -> !there.contains(topic))
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? List.of()
        : List.of(
            subject()
                .wrong(
                    "are missing: " + names,
                    place.makeTopics(bootstrapServers)
                        + "; if Kafka has lost its data, then ./backstep rebuild TOPIC for each"));
  }

  private List<Finding> finding(TopicDescription topic, int partitions) {
    if (topic.partitions().size() != partitions) {
      return List.of(
          subject()
              .wrong(
                  "%s has %d partitions, the contract wants %d"
                      .formatted(topic.name(), topic.partitions().size(), partitions),
                  "stop the services, delete the topic, %s and ./backstep rebuild %s"
                      .formatted(place.makeTopics(bootstrapServers), topic.name())));
    }
    long behind =
        topic.partitions().stream()
            .filter(part -> part.isr().size() < part.replicas().size())
            .count();
    return behind == 0
        ? List.of()
        : List.of(
            subject()
                .warning(
                    "%s of %s lack a copy: a broker is away or catches up"
                        .formatted(Amount.of(behind, "partition"), topic.name()),
                    place.startRest()));
  }
}
