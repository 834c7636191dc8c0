package health.backstep.faults.check.reading;

import health.backstep.faults.check.evidence.PlanRows;
import health.backstep.faults.check.evidence.PlanRows.HistoryRow;
import health.backstep.faults.check.evidence.PlanRows.VersionRow;
import health.backstep.faults.cluster.Cluster;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.fold.Rulebook;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.FoldedEvent;
import health.backstep.plan.replay.Parting;
import health.backstep.plan.replay.Replay;
import health.backstep.plan.replay.StoredCourse;
import health.backstep.rules.RuleSets;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.replay.CourseRows;
import health.backstep.stack.replay.PlanDatabase;
import health.backstep.wire.UnreadableEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Histories and plans, folded again by the production rulebook. */
final class PlanReader {

  private final Rulebook rulebook = new Rulebook(CatalogueFiles.read(), RuleSets.shipped());
  private final Replay replay = new Replay(rulebook);
  private final Set<UUID> folding = new HashSet<>();
  private final List<String> partings = new ArrayList<>();

  static PlanRows read(Cluster cluster) {
    PlanReader reader = new PlanReader();
    try (PlanDatabase database = PlanDatabase.on(cluster.connect(ServiceName.PLAN))) {
      database.forEach(Optional.empty(), reader::fold);
    } catch (SQLException e) {
      throw new IllegalStateException("the plan database cannot be read: " + e.getMessage(), e);
    }
    return Rows.reading(() -> cluster.connect(ServiceName.PLAN), reader::rows);
  }

  private void fold(CourseRows rows) {
    try {
      StoredCourse course = rows.toCourse();
      replay.check(course).stream().map(PlanReader::words).forEach(partings::add);
      refold(course);
    } catch (UnreadableEvent e) {
      partings.add("patient %s: %s".formatted(rows.patientId(), e.getMessage()));
    }
  }

  private void refold(StoredCourse course) {
    PlanState state = PlanState.EMPTY;
    for (FoldedEvent event : course.events()) {
      Step step = rulebook.apply(state, event);
      if (step.version().isPresent()) {
        folding.add(event.event().cause().eventId());
      }
      state = step.state();
    }
  }

  private static String words(Parting parting) {
    return "patient %s, version %d: %s"
        .formatted(
            parting.patientId(), parting.version(), String.join("; ", parting.differences()));
  }

  private PlanRows rows(Rows rows) {
    return new PlanRows(
        rows.all(
            "select tenant, patient_id, ordinal, event_id, type, occurred_at from history_event",
            row ->
                new HistoryRow(
                    row.getString("tenant"),
                    row.getObject("patient_id", UUID.class),
                    row.getInt("ordinal"),
                    row.getObject("event_id", UUID.class),
                    row.getString("type"),
                    row.getTimestamp("occurred_at").toInstant(),
                    folding.contains(row.getObject("event_id", UUID.class)))),
        rows.all(
            """
            select tenant, patient_id, version, kind, digest, cause_event_id from plan_version
            order by tenant, patient_id, version
            """,
            row ->
                new VersionRow(
                    row.getString("tenant"),
                    row.getObject("patient_id", UUID.class),
                    row.getInt("version"),
                    row.getString("kind"),
                    row.getString("digest"),
                    row.getObject("cause_event_id", UUID.class))),
        partings);
  }
}
