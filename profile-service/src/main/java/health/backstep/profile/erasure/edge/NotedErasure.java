package health.backstep.profile.erasure.edge;

import health.backstep.backbone.tenancy.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An erasure as a line of the journal. */
public record NotedErasure(Instant requestedAt, Tenant tenant, UUID patientId, UUID erasureId) {

  private static final int PARTS = 4;

  static NotedErasure of(Tenant tenant, ErasureView erasure) {
    return new NotedErasure(
        erasure.requestedAt(), tenant, erasure.patientId(), erasure.erasureId());
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException when it is none
   */
  static NotedErasure parse(String line) {
    List<String> parts = List.of(line.split(" ", -1));
    if (parts.size() != PARTS) {
      throw new IllegalArgumentException("a line of the journal has 4 parts");
    }
    return new NotedErasure(
        Instant.parse(parts.get(0)),
        new Tenant(parts.get(1)),
        UUID.fromString(parts.get(2)),
        UUID.fromString(parts.get(3)));
  }

  /** Begins a line of its own, whatever was left there by a crash. */
  String line() {
    return "\n%s %s %s %s\n".formatted(requestedAt, tenant.name(), patientId, erasureId);
  }
}
