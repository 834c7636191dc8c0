package health.backstep.plan.webhook.edge;

import health.backstep.plan.change.Change;
import health.backstep.plan.change.ChangeType;
import health.backstep.plan.webhook.Disabled;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.TenantId;

/** Where a partner is called, as stored. */
@Entity
@Table(name = "webhook_endpoint")
class EndpointRow {

  @TenantId String tenant;
  @Id UUID id;
  String url;

  /** Words of the wanted types with commas; empty when all are wanted. */
  String types;

  String description;

  /** Null while it is enabled. */
  @Enumerated(EnumType.STRING)
  Disabled disabledBecause;

  Instant disabledAt;
  Instant createdAt;
  Instant deletedAt;
  @Version long version;

  List<String> types() {
    return Stream.of(types.split(",")).filter(word -> !word.isEmpty()).toList();
  }

  /** Those of the types that it wants; what is left of an erased patient nobody wants. */
  List<Change> wanted(List<Change> changes) {
    List<String> words = types();
    return changes.stream()
        .filter(change -> change.type() != ChangeType.PATIENT_ERASED)
        .filter(change -> words.isEmpty() || words.contains(change.type().word()))
        .toList();
  }

  boolean isEnabled() {
    return disabledBecause == null;
  }

  void disable(Disabled because, Instant at) {
    disabledBecause = because;
    disabledAt = at;
  }

  void enable() {
    disabledBecause = null;
    disabledAt = null;
  }
}
