package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.stack.broker.KafkaAccess;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * Whether every broker has everything. Before that a broker must not lose its disk: what the others
 * have not got yet would be gone.
 */
record Replicas(KafkaAccess kafka) {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  static Replicas of(Cluster cluster) {
    return new Replicas(cluster.kafka());
  }

  /**
   * Returns when every partition has all its replicas in sync.
   *
   * @throws IllegalStateException when that is not so after three minutes
   */
  void awaitWhole() throws InterruptedException {
    try (Admin admin = Clients.admin(kafka)) {
      Waiting.until(
          Waiting.trying(() -> areWhole(admin)),
          LOOK_EVERY,
          LIMIT,
          () -> "the brokers did not get in sync");
    }
  }

  private static boolean areWhole(Admin admin) throws Exception {
    Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    return areWhole(admin.describeTopics(topics).allTopicNames().get())
        && areCaughtUp(admin.describeMetadataQuorum().quorumInfo().get());
  }

  private static boolean areWhole(Map<String, TopicDescription> topics) {
    return topics.values().stream()
        .flatMap(topic -> topic.partitions().stream())
        .allMatch(partition -> partition.isr().size() == partition.replicas().size());
  }

  /** The controllers, too, keep a log that a wiped one has to get again. */
  private static boolean areCaughtUp(QuorumInfo quorum) {
    long nearlyAll = quorum.highWatermark() - 50;
    return quorum.voters().stream().allMatch(voter -> voter.logEndOffset() >= nearlyAll);
  }
}
