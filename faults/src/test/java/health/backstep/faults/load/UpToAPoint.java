package health.backstep.faults.load;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The clients' journal as it reads after everything later than a moment was given up: of what was
 * answered later nobody knows any more whether it happened.
 */
public record UpToAPoint(Instant point) {

  public List<Attempt> of(List<Attempt> attempts) {
    return attempts.stream()
        .map(attempt -> isBefore(attempt) ? attempt : unknown(attempt))
        .toList();
  }

  /** Whether the answer came before. */
  public boolean isBefore(Attempt attempt) {
    return attempt.begun().plus(attempt.took()).isBefore(point);
  }

  private static Attempt unknown(Attempt attempt) {
    return new Attempt(
        attempt.tenant(),
        attempt.patientId(),
        attempt.service(),
        attempt.operation(),
        attempt.key(),
        attempt.body(),
        attempt.begun(),
        attempt.took(),
        Optional.empty());
  }
}
