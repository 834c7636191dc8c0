package health.backstep.stack.broker;

import health.backstep.stack.platform.StackFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/**
 * Gives a broker's users their passwords and their rights, as a user who may do so. Can be
 * repeated: of a user on the list, a right that is no longer there is taken away. Other users are
 * left alone.
 *
 * @param client Kafka's settings with which operations get in
 */
public record AccessGrant(String bootstrapServers, Map<String, String> client) {

  /** As slow for a thief as Kafka's own tools make it. */
  private static final ScramCredentialInfo SCRAM =
      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 8_192);

  /**
   * Brings users in line with the list.
   *
   * @param passwords of each user on the list
   * @throws StackFailure when one has no password, or Kafka refuses it
   */
  public void give(List<Rights> rights, Map<String, String> passwords) {
    List<UserScramCredentialAlteration> credentials = new ArrayList<>();
    for (Rights user : rights) {
      credentials.add(
          new UserScramCredentialUpsertion(user.user(), SCRAM, password(user, passwords)));
    }
    try (Admin admin = Admin.create(AdminSettings.of(bootstrapServers, client))) {
      for (Rights user : rights) {
        bringInLine(admin, user);
      }
      admin.alterUserScramCredentials(credentials).all().get();
    } catch (ExecutionException e) {
      throw new StackFailure("Kafka refuses the users: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while users were given their rights.", e);
    }
  }

  private static String password(Rights user, Map<String, String> passwords) {
    String password = passwords.getOrDefault(user.user(), "");
    if (password.isEmpty()) {
      throw new StackFailure("There is no password for " + user.user() + ".");
    }
    return password;
  }

  private static void bringInLine(Admin admin, Rights user)
      throws ExecutionException, InterruptedException {
    Set<AclBinding> missing = new HashSet<>(user.bindings());
    Set<AclBinding> surplus = new HashSet<>(admin.describeAcls(ofUser(user)).values().get());
    missing.removeAll(surplus);
    surplus.removeAll(user.bindings());
    admin.createAcls(missing).all().get();
    admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList()).all().get();
  }

  private static AclBindingFilter ofUser(Rights user) {
    return new AclBindingFilter(
        ResourcePatternFilter.ANY,
        new AccessControlEntryFilter(
            user.principal(), null, AclOperation.ANY, AclPermissionType.ANY));
  }
}
