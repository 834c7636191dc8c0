package health.backstep.profile.clearance;

import health.backstep.profile.Invariant;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A health professional's word on whether a patient may exercise (DERRY-CLEAR). No plan is active
 * without a valid one (CL-1), and a red flag ends it until somebody gives a new one.
 *
 * @param loading whether exercises with weights and with differing stances of the sources are
 *     allowed as well (PL-AVOID)
 * @param by who said it; for a withdrawal the rule that asked for it
 * @param validUntil the first moment at which it holds no more; empty is without end
 */
public record Clearance(
    ClearanceStatus status,
    boolean loading,
    String by,
    Optional<Instant> validUntil,
    Instant recordedAt) {

  public Clearance {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(validUntil, "validUntil");
    Objects.requireNonNull(recordedAt, "recordedAt");
    Invariant.notBlank("by", by);
  }

  /**
   * What is on record after a red flag, also for a patient who had no clearance before.
   *
   * @param rule the red-flag rule, for example {@code RF-EMERGENCY}
   * @param at when the withdrawal is recorded, which may be later than the flag: who gave clearance
   *     in between did not know of it
   */
  public static Clearance withdrawnBecause(String rule, Instant at) {
    Invariant.notBlank("rule", rule);
    return new Clearance(ClearanceStatus.WITHHELD, false, "rule " + rule, Optional.empty(), at);
  }

  /**
   * Whether the patient may exercise at that time. It also holds for times before it was recorded,
   * because an assessment is often entered later than it was made.
   */
  public boolean isValidAt(Instant time) {
    return status == ClearanceStatus.CLEARED && !isExpiredAt(time);
  }

  public boolean isExpiredAt(Instant time) {
    return validUntil.filter(end -> !time.isBefore(end)).isPresent();
  }

  /** Whether loaded exercises are allowed at that time. */
  public boolean allowsLoadingAt(Instant time) {
    return loading && isValidAt(time);
  }
}
