package health.backstep.plan.edge;

import health.backstep.backbone.testing.ServedDocument;
import org.junit.jupiter.api.Test;

@PlanComponentTest
class PartnerDocumentTest {

  @Test
  void theServedDocumentIsTheCommittedOne() {
    ServedDocument.isTheCommittedOne("plan-service");
  }

  @Test
  void theReferencePageLoadsNothingFromElsewhere() {
    ServedDocument.referenceWorksOffline();
  }
}
