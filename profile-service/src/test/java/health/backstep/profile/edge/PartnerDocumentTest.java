package health.backstep.profile.edge;

import health.backstep.backbone.testing.ServedDocument;
import org.junit.jupiter.api.Test;

@ProfileComponentTest
class PartnerDocumentTest {

  @Test
  void theServedDocumentIsTheCommittedOne() {
    ServedDocument.isTheCommittedOne("profile-service");
  }

  @Test
  void theReferencePageLoadsNothingFromElsewhere() {
    ServedDocument.referenceWorksOffline();
  }
}
