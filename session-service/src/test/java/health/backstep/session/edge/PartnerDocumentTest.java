package health.backstep.session.edge;

import health.backstep.backbone.testing.ServedDocument;
import org.junit.jupiter.api.Test;

@SessionComponentTest
class PartnerDocumentTest {

  @Test
  void theServedDocumentIsTheCommittedOne() {
    ServedDocument.isTheCommittedOne("session-service");
  }

  @Test
  void theReferencePageLoadsNothingFromElsewhere() {
    ServedDocument.referenceWorksOffline();
  }
}
