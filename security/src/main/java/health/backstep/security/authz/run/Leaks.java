package health.backstep.security.authz.run;

import health.backstep.security.authz.Actor;
import health.backstep.security.authz.Operation;
import health.backstep.security.authz.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Knows what is whose: every id and secret that a tenant was ever told, and the tenant's name,
 * which stands in all its texts. Finds it in answers to others, as far as they did not say it
 * themselves.
 */
public final class Leaks {

  private static final Pattern MARK =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|whsec_[A-Za-z0-9+/=]+");

  private final Map<String, Set<String>> told =
      Tenants.BOTH.stream()
          .collect(
              Collectors.toMap(
                  Function.identity(), tenant -> ConcurrentHashMap.<String>newKeySet()));

  /** Takes in what a tenant's own client was told. */
  void learn(Operation operation, Actor actor, Ask ask, Reply reply) {
    if (actor.hasTenant() && reply.isSuccess() && operation.tellsWhatIsStored()) {
      Set<String> marks = marks(reply.all());
      marks.removeAll(marks(ask.said()));
      told.get(actor.tenant()).addAll(marks);
    }
  }

  /** What of another tenant, or of any for someone unknown, is in the answer. */
  Optional<String> in(Actor actor, Ask ask, Reply reply) {
    Set<String> said = marks(ask.said());
    Set<String> read = marks(reply.all());
    return Tenants.BOTH.stream()
        .filter(tenant -> !(actor.hasTenant() && actor.tenant().equals(tenant)))
        .flatMap(tenant -> of(tenant, said, read, ask, reply).stream())
        .findFirst();
  }

  /** How many ids and secrets are watched for. */
  int watched() {
    return told.values().stream().mapToInt(Set::size).sum();
  }

  private List<String> of(String tenant, Set<String> said, Set<String> read, Ask ask, Reply reply) {
    if (!lower(ask.said()).contains(tenant) && lower(reply.all()).contains(tenant)) {
      return List.of("the answer holds a text of " + tenant);
    }
    return read.stream()
        .filter(mark -> !said.contains(mark) && told.get(tenant).contains(mark))
        .map(mark -> "the answer holds " + mark + " of " + tenant)
        .limit(1)
        .toList();
  }

  /** The ids and secrets in a text. */
  static Set<String> marks(String text) {
    return MARK.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
