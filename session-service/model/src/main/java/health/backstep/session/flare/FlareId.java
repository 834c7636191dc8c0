package health.backstep.session.flare;

import java.util.Objects;
import java.util.UUID;

/** Names an episode: all reports of one flare carry the same. */
public record FlareId(UUID value) {

  public FlareId {
    Objects.requireNonNull(value, "value");
  }
}
