package health.backstep.session.checkin;

import java.util.Objects;
import java.util.UUID;

public record CheckInId(UUID value) {

  public CheckInId {
    Objects.requireNonNull(value, "value");
  }
}
