package health.backstep.backbone.access;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is kept out although the token is valid: a whole partner, or one of a partner's clients.
 *
 * @param lines {@code TENANT} or {@code TENANT SUBJECT}
 */
record SuspendedCallers(Set<String> lines) {

  static final SuspendedCallers NONE = new SuspendedCallers(Set.of());

  SuspendedCallers {
    lines = Set.copyOf(lines);
  }

  /** One caller a line; what follows a {@code #} is a remark. */
  static SuspendedCallers read(Stream<String> text) {
    return new SuspendedCallers(
        text.map(line -> line.replaceFirst("#.*", "").strip().replaceAll("\\s+", " "))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean hold(String tenant, String subject) {
    return lines.contains(tenant) || lines.contains(tenant + " " + subject);
  }
}
