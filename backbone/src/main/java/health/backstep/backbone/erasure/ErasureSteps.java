package health.backstep.backbone.erasure;

import java.util.UUID;

/** What a service adds to an erasure; there is one in each. */
public interface ErasureSteps {

  /**
   * Before the rows of the personal tables are deleted, in the same transaction: for what has to
   * stay in another form.
   */
  default void beforeErasing(UUID patientId) {}

  /**
   * Once nothing of the patient is left, in a transaction of its own: tells those who wait for it.
   */
  void erased(ErasedHere erased);

  /**
   * On every instance, some seconds after an erasure: what the process remembers of the patient
   * goes, too. It may be called more than once.
   */
  default void forget(UUID patientId) {}
}
