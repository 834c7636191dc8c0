package health.backstep.stack.broker;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What one user may do with Kafka, and nothing else.
 *
 * @param user by whose name it signs in
 * @param writes topics
 * @param reads topics
 * @param groups of consumers, in which it may read
 */
public record Rights(String user, Set<String> writes, Set<String> reads, Groups groups) {

  private static final String EVERY_HOST = "*";

  /**
   * Consumer groups.
   *
   * @param pattern whether the name is the group's or how all the groups' names begin
   */
  public record Groups(PatternType pattern, String name) {}

  public Rights {
    writes = Set.copyOf(writes);
    reads = Set.copyOf(reads);
  }

  /**
   * The same and, as long as dead letters are sent again, also the topics that they came from: the
   * service that gave one up puts it back there for itself.
   */
  public Rights withReplays() {
    Set<String> both = new TreeSet<>(writes);
    both.addAll(reads);
    return new Rights(user, both, reads, groups);
  }

  String principal() {
    return "User:" + user;
  }

  /** The same as Kafka keeps it. */
  Set<AclBinding> bindings() {
    Set<AclBinding> bindings = new HashSet<>();
    writes.forEach(topic -> bindings.add(on(topic, AclOperation.WRITE)));
    reads.forEach(topic -> bindings.add(on(topic, AclOperation.READ)));
    bindings.add(
        allowed(
            new ResourcePattern(ResourceType.GROUP, groups.name(), groups.pattern()),
            AclOperation.READ));
    return bindings;
  }

  private AclBinding on(String topic, AclOperation operation) {
    return allowed(new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL), operation);
  }

  private AclBinding allowed(ResourcePattern resource, AclOperation operation) {
    return new AclBinding(
        resource,
        new AccessControlEntry(principal(), EVERY_HOST, operation, AclPermissionType.ALLOW));
  }
}
