package health.backstep.profile.sandbox.edge;

import health.backstep.profile.classification.Bias;
import health.backstep.profile.classification.Stage;
import java.util.List;
import java.util.UUID;

/** The example patients of a sandbox, by stage and bias. */
public record ExamplePatients(List<ExampleView> items) {

  /**
   * One of them.
   *
   * @param externalId such as {@code example-control-extension}
   * @param stage what the plan aims at, as the first assessment was classified
   * @param bias the direction that the back prefers
   * @param eventId of the latest assessment, to wait for the plan by
   */
  public record ExampleView(
      UUID patientId, String externalId, Stage stage, Bias bias, UUID eventId) {}
}
