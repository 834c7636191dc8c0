package health.backstep.plan.webhook.edge;

import health.backstep.plan.webhook.Attempt;
import health.backstep.plan.webhook.Outcome;
import health.backstep.plan.webhook.Target;
import health.backstep.plan.webhook.TargetPolicy;
import health.backstep.wire.Refused;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt: what the host's name stands for now, whether all of it may be called, and the call,
 * to just those addresses.
 */
final class Attempting {

  private static final int MOST_ADDRESSES = 3;

  private final TargetPolicy policy;
  private final HostNames names;
  private final Posting posting;
  private final Duration within;
  private final Clock clock;

  Attempting(TargetPolicy policy, HostNames names, Posting posting, Duration within, Clock clock) {
    this.policy = policy;
    this.names = names;
    this.posting = posting;
    this.within = within;
    this.clock = clock;
  }

  /**
   * Makes the attempt.
   *
   * @return empty when none was made, because the host's name could not be asked for yet
   */
  Optional<Attempt> attempt(Claim claim) {
    long end = System.nanoTime() + within.toNanos();
    Target target;
    try {
      target = policy.target(claim.url());
    } catch (Refused e) {
      return Optional.of(Attempt.failed(Outcome.TARGET_REFUSED));
    }
    return names
        .addresses(claim.tenant(), target.host())
        .map(addresses -> attempt(claim, target, addresses, end));
  }

  private Attempt attempt(Claim claim, Target target, List<InetAddress> addresses, long end) {
    if (addresses.isEmpty()) {
      return Attempt.failed(Outcome.NAME_UNKNOWN);
    }
    if (!addresses.stream().allMatch(policy::allows)) {
      return Attempt.failed(Outcome.TARGET_REFUSED);
    }
    return post(claim, target, addresses, end);
  }

  private Attempt post(Claim claim, Target target, List<InetAddress> addresses, long end) {
    Map<String, String> headers = claim.message().headers(claim.secrets(), clock.instant());
    Attempt attempt = Attempt.failed(Outcome.NOT_CONNECTED);
    for (InetAddress address : addresses.stream().limit(MOST_ADDRESSES).toList()) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (attempt.outcome() != Outcome.NOT_CONNECTED || left.toMillis() <= 0) {
        return attempt;
      }
      attempt = posting.post(target, address, headers, claim.message().body(), left);
    }
    return attempt;
  }
}
