package health.backstep.stack.bench;

import health.backstep.stack.platform.ServiceName;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A moment, as indexes know it, so that what came since is counted without reading what was there.
 *
 * @param positions the last in each service's outbox
 */
record Moment(Instant at, Map<ServiceName, Long> positions) {

  private static final String TENANT = "tenant = '" + Platform.TENANT + "'";
  private static final String LAST =
      "select coalesce(max(position), 0) from outbox where " + TENANT;

  static Moment now(Platform platform, Instant at) {
    Map<ServiceName, Long> positions = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      positions.put(service, platform.count(service, LAST));
    }
    return new Moment(at, positions);
  }

  /** SQL: events that were stored later. */
  String afterPosition(ServiceName service) {
    return TENANT + " and position > " + positions.get(service);
  }

  /** SQL: ids of version 7 that were made later; they begin with their time. */
  String idsAfter(String column) {
    String time = String.format(Locale.ROOT, "%012x", at.toEpochMilli());
    return "%s and %s >= '%s-%s-7000-8000-000000000000'"
        .formatted(TENANT, column, time.substring(0, 8), time.substring(8));
  }
}
