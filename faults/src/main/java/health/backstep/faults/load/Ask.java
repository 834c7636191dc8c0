package health.backstep.faults.load;

import health.backstep.stack.platform.ServiceName;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as an app means it. However often it is sent, it is the same byte for byte.
 *
 * @param patientId null while the patient is being registered
 * @param operation what is asked, for the journal: {@code POST sessions}
 * @param key the idempotency key; empty for a read
 * @param body empty for a read
 * @param ifMatch the ETag that the app saw last
 */
record Ask(
    String tenant,
    @Nullable UUID patientId,
    ServiceName service,
    String operation,
    String path,
    String key,
    String body,
    Optional<String> ifMatch) {

  static Ask read(Person person, ServiceName service, String what, String path) {
    return new Ask(
        person.tenant(), person.id(), service, "GET " + what, path, "", "", Optional.empty());
  }

  String method() {
    return operation.substring(0, operation.indexOf(' '));
  }
}
