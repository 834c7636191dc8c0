package health.backstep.stack.doctor.key;

import health.backstep.stack.doctor.Amount;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From when until when certificates count.
 *
 * @param renewal how they are renewed
 */
public record CertificateTerm(Subject subject, String renewal, Setting setting) {

  /** Of several that vouch for each other the first to end decides. */
  public Finding of(List<X509Certificate> chain) {
    Instant now = setting.clock().instant();
    Optional<Instant> begins =
        chain.stream()
            .map(one -> one.getNotBefore().toInstant())
            .filter(from -> from.isAfter(now))
            .max(Comparator.naturalOrder());
    return begins
        .map(from -> subject.wrong("does not count before " + day(from), renewal))
        .orElseGet(() -> until(end(chain), now));
  }

  private Finding until(Instant end, Instant now) {
    Duration left = Duration.between(now, end);
    if (!left.isPositive()) {
      return subject.wrong("has expired on " + day(end), renewal);
    }
    String words = "counts until %s".formatted(day(end));
    return left.compareTo(setting.limits().certificate()) < 0
        ? subject.warning("%s, for %s more".formatted(words, Amount.of(left)), renewal)
        : subject.ok(words);
  }

  private static Instant end(List<X509Certificate> chain) {
    return chain.stream()
        .map(one -> one.getNotAfter().toInstant())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static String day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
