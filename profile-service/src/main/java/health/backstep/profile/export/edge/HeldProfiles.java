package health.backstep.profile.export.edge;

import health.backstep.backbone.export.HeldData;
import health.backstep.backbone.export.HeldTable;
import health.backstep.backbone.export.LeftOut;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What profile-service holds of patients. */
@ApplicationScoped
class HeldProfiles implements HeldData {

  private static final List<HeldTable> TABLES =
      List.of(
          HeldTable.of("patient", "patient", "The patient, as you last told it."),
          HeldTable.of(
              "clearance", "clearance", "What a health professional last said about exercising."),
          HeldTable.of(
              "assessment",
              "assessments",
              "An assessment: what the patient told, and what it came to."));

  private static final List<LeftOut> LEFT_OUT =
      List.of(
          new LeftOut("erasure", "Has a row only once a patient is erased."),
          new LeftOut("erasure_part", "Has a row only once a patient is erased."));

  @Override
  public List<HeldTable> tables() {
    return TABLES;
  }

  @Override
  public List<LeftOut> leftOut() {
    return LEFT_OUT;
  }
}
