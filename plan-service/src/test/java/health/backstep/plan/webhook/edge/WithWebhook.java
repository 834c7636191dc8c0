package health.backstep.plan.webhook.edge;

import health.backstep.backbone.testing.Partner;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A partner of each test's own with a webhook at its receiver, and a clock that can be set. */
abstract class WithWebhook {

  @Inject Parts parts;

  final Partner partner = new Partner("hooked-" + UUID.randomUUID().toString().substring(24));
  final Instance.Ahead clock = new Instance.Ahead();
  Receiver receiver;
  Hook hook;

  @BeforeEach
  void aReceiverAndAWebhook() throws IOException {
    receiver = new Receiver();
    hook = Hook.at(partner, receiver.url());
  }

  @AfterEach
  void leaveNothingToDo() {
    hook.delete();
    receiver.close();
  }

  /** An instance starts, does what is to be done now, and ends. */
  void round() {
    try (Instance instance = new Instance(parts, clock)) {
      instance.round(partner.tenant());
    }
  }
}
