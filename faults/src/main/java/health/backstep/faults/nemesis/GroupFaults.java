package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Instance;
import health.backstep.faults.cluster.Part;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Consumer groups that shift their partitions, read everything again or forget where they were. */
final class GroupFaults {

  private static final Set<Area> NEEDED = Set.of(Area.SERVICES, Area.BROKERS);
  private static final Duration BETWEEN = Duration.ofSeconds(3);
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(1);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private GroupFaults() {}

  static List<Fault> all() {
    return List.of(
        rebalances(),
        replay(ServiceName.PLAN),
        replay(ServiceName.SESSION),
        replay(ServiceName.PROFILE),
        forgotten());
  }

  /** The coordinator throws all members out, and they come again. */
  static Fault rebalances() {
    return Fault.of(
        "consumer group rebalances",
        NEEDED,
        (cluster, random, ground) -> {
          int times = random.nextInt(2, 5);
          try (Admin admin = Clients.admin(cluster.kafka())) {
            for (int i = 0; i < times; i++) {
              throwOut(admin, ServiceFaults.anyService(random));
              ground.hold(random, BETWEEN);
            }
          }
        });
  }

  /** Members who were just thrown out have to be there again. */
  private static void throwOut(Admin admin, ServiceName service) throws Exception {
    Waiting.until(
        Waiting.trying(() -> !isEmpty(admin, service)),
        LOOK_EVERY,
        SETTLED_WITHIN,
        () -> "nobody was in the group of " + service.processName());
    admin
        .removeMembersFromConsumerGroup(
            service.processName(), new RemoveMembersFromConsumerGroupOptions())
        .all()
        .get();
  }

  static Fault replay(ServiceName service) {
    return Fault.of(
        "topic replay from 0 " + service.processName(),
        NEEDED,
        (cluster, random, ground) -> whileStopped(cluster, service, GroupFaults::beginAgain));
  }

  /** Where nothing is noted, a reader has to begin with the oldest record. */
  static Fault forgotten() {
    return Fault.of(
        "consumer group forgotten",
        NEEDED,
        (cluster, random, ground) ->
            whileStopped(
                cluster,
                ServiceFaults.anyService(random),
                (admin, service) ->
                    admin.deleteConsumerGroups(List.of(service.processName())).all().get()));
  }

  private static void whileStopped(Cluster cluster, ServiceName service, Change change)
      throws Exception {
    List<Instance> instances = cluster.instances(service);
    try (Admin admin = Clients.admin(cluster.kafka())) {
      instances.forEach(Part::stop);
      Waiting.until(
          Waiting.trying(() -> isEmpty(admin, service)),
          LOOK_EVERY,
          SETTLED_WITHIN,
          () -> "the members of " + service.processName() + " did not leave their group");
      change.apply(admin, service);
    } finally {
      instances.forEach(Part::start);
    }
  }

  private static void beginAgain(Admin admin, ServiceName service)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
    for (TopicPartition partition : partitionsReadBy(admin, service)) {
      long oldest =
          admin
              .listOffsets(Map.of(partition, OffsetSpec.earliest()))
              .partitionResult(partition)
              .get()
              .offset();
      first.put(partition, new OffsetAndMetadata(oldest));
    }
    admin.alterConsumerGroupOffsets(service.processName(), first).all().get();
  }

  private static List<TopicPartition> partitionsReadBy(Admin admin, ServiceName service)
      throws InterruptedException, ExecutionException {
    List<String> topics =
        EventTopic.readBy(service).stream().map(EventTopic::topic).sorted().toList();
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(GroupFaults::partitions)
        .toList();
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()));
  }

  private static boolean isEmpty(Admin admin, ServiceName service) throws Exception {
    String group = service.processName();
    GroupState state =
        admin
            .describeConsumerGroups(List.of(group))
            .describedGroups()
            .get(group)
            .get()
            .groupState();
    return state == GroupState.EMPTY || state == GroupState.DEAD;
  }

  private interface Change {
    void apply(Admin admin, ServiceName service) throws Exception;
  }
}
