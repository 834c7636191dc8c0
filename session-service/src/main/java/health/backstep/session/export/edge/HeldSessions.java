package health.backstep.session.export.edge;

import health.backstep.backbone.export.HeldData;
import health.backstep.backbone.export.HeldTable;
import health.backstep.backbone.export.LeftOut;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What session-service holds of patients. */
@ApplicationScoped
class HeldSessions implements HeldData {

  private static final List<HeldTable> TABLES =
      List.of(
          HeldTable.of("session", "sessions", "A session as it was done, and what it came to."),
          HeldTable.of(
              "check_in", "checkIns", "A check-in: what the patient told, and what it came to."),
          HeldTable.of("flare", "flares", "A flare, from its first report to its end."),
          HeldTable.of("pain_reading", "painReadings", "One pain number at one time."),
          HeldTable.of(
              "known_plan",
              "knownPlans",
              "A version of the plan, as far as it is needed to read sessions."),
          HeldTable.of(
              "patient_course",
              "course",
              "What is remembered to read the next record: usual pain, recent readings, the open flare."),
          HeldTable.of(
              "batch_item", "batchItems", "A record of a batch, and what was answered.", "result"));

  private static final List<LeftOut> LEFT_OUT = List.of();

  @Override
  public List<HeldTable> tables() {
    return TABLES;
  }

  @Override
  public List<LeftOut> leftOut() {
    return LEFT_OUT;
  }
}
