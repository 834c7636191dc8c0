package health.backstep.simulation.wire;

import health.backstep.simulation.Place;
import health.backstep.wire.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whether each session has a name of its own, and each check-in names a session before it. */
final class SessionNames {

  private SessionNames() {}

  static List<Fault> faults(List<HistoryEntry> history) {
    List<Fault> faults = new ArrayList<>();
    Map<UUID, Instant> ends = new HashMap<>();
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i) instanceof HistoryEntry.Session session
          && session.sessionId() != null
          && ends.putIfAbsent(session.sessionId(), session.body().endedAt().toInstant()) != null) {
        faults.add(
            fault(i, "SESSION_ID_REPEATED", "Another session has this id; give each its own."));
      }
    }
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i) instanceof HistoryEntry.CheckIn checkIn
          && checkIn.sessionId() != null
          && !endsBefore(ends.get(checkIn.sessionId()), checkIn)) {
        faults.add(
            fault(
                i,
                "SESSION_NOT_FOUND",
                "No session before this check-in has that sessionId; give the session the same one,"
                    + " or leave it out here for a check-in of any day."));
      }
    }
    return faults;
  }

  private static boolean endsBefore(Instant end, HistoryEntry.CheckIn checkIn) {
    return Optional.ofNullable(end)
        .filter(known -> !known.isAfter(checkIn.body().at().toInstant()))
        .isPresent();
  }

  private static Fault fault(int entry, String code, String message) {
    return new Fault(Place.history(entry).pointer() + "/" + EntryKind.SESSION_ID, code, message);
  }
}
