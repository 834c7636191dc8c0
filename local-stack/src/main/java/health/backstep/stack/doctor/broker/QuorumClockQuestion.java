package health.backstep.stack.doctor.broker;

import health.backstep.stack.doctor.ClockDifference;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.QuorumInfo;

/**
 * The clock of the broker that leads the quorum. Nobody can ask Kafka for the time; but the leader
 * says when each member was last heard of, and of itself that is now.
 */
record QuorumClockQuestion(Setting setting) implements Question {

  @Override
  public Subject subject() {
    return new Subject("clock", "kafka", setting.place().logs("kafka"));
  }

  @Override
  public List<Finding> ask(Admin admin) throws ExecutionException, InterruptedException {
    Instant before = setting.clock().instant();
    QuorumInfo quorum = admin.describeMetadataQuorum().quorumInfo().get();
    Instant after = setting.clock().instant();
    ClockDifference difference = new ClockDifference(subject(), setting.limits().clock());
    return quorum.voters().stream()
        .filter(member -> member.replicaId() == quorum.leaderId())
        .map(QuorumInfo.ReplicaState::lastFetchTimestamp)
        .flatMapToLong(OptionalLong::stream)
        .mapToObj(millis -> difference.of(before, Instant.ofEpochMilli(millis), after))
        .toList();
  }
}
