package health.backstep.security.fuzz;

import health.backstep.security.authz.Operation;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The requests of a seed. What is done in the request of a number follows from both alone; ids and
 * times are those of the platform that it is made for.
 */
public final class Requests {

  /** Those with a body have so much more that can be wrong. */
  private static final int SHARE_OF_BODIES = 4;

  /** Each makes a dozen patients, and has nothing that could be wrong. */
  private static final Set<String> COSTLY = Set.of("makeExamplePatients");

  private static final int COSTLY_IN = 50;
  private static final int PATIENTS = 1_000;

  private final health.backstep.security.authz.Requests valid =
      health.backstep.security.authz.Requests.shipped();
  private final List<Described> operations = new ArrayList<>();
  private final Basis basis;
  private final long seed;

  public Requests(List<Described> described, Basis basis, long seed) {
    for (Described each : described) {
      operations.addAll(Collections.nCopies(each.hasBody() ? SHARE_OF_BODIES : 1, each));
    }
    this.basis = basis;
    this.seed = seed;
  }

  /**
   * The request of that number.
   *
   * @param mark a text that stands in all that it would store and could be recognised by
   */
  public Shot shot(long number, String mark) {
    RandomGenerator random = new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
    Described described = operation(random);
    int tenant = random.nextInt(basis.tenants());
    List<Mutation> mutations = Mutations.some(described, random);
    int pick = random.nextInt(PATIENTS);
    Draft draft = draft(described, tenant, pick, mark, mayDelete(described, mutations));
    mutations.forEach(mutation -> mutation.change().apply(draft, random));
    return new Shot(
        number,
        described,
        draft.method,
        draft.target(),
        Message.of(draft),
        draft.broken == null,
        draft.samePlace && draft.broken == null,
        mutations.stream().map(Mutation::name).toList());
  }

  private Described operation(RandomGenerator random) {
    Described chosen = Mutation.any(operations, random);
    boolean again = COSTLY.contains(chosen.operation().id()) && random.nextInt(COSTLY_IN) > 0;
    return again ? Mutation.any(operations, random) : chosen;
  }

  private static boolean mayDelete(Described described, List<Mutation> mutations) {
    return Shot.deletes(described.operation().method())
        || mutations.stream().anyMatch(HeaderMutations.METHOD::contains);
  }

  private Draft draft(Described described, int tenant, int pick, String mark, boolean deletes) {
    Operation operation = described.operation();
    Map<String, String> ids = deletes ? basis.freshIds(tenant, operation) : basis.ids(tenant, pick);
    var form = valid.filled(operation, values(ids, mark));
    Map<String, String> known = new HashMap<>(ids);
    known.put("exerciseId", "bridge");
    known.put("externalId", mark);
    known.put("by", mark);
    known.put("words", mark);
    Draft draft =
        new Draft(
            described,
            new Values(described.schemas(), known),
            form.method(),
            form.address(),
            form.body());
    draft.putHeader("Authorization", basis.authorization(tenant));
    if (!form.body().isEmpty()) {
      draft.putHeader("Content-Type", "application/json");
    }
    if (!operation.isReading()) {
      draft.putHeader("Idempotency-Key", mark);
    }
    if (operation.method().equals("PUT")) {
      draft.putHeader("If-Match", "*");
    }
    return draft;
  }

  private static Map<String, String> values(Map<String, String> ids, String mark) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    Map<String, String> values = new HashMap<>(ids);
    values.put("externalId", mark);
    values.put("now", Values.written(now));
    values.put("minuteAgo", Values.written(now.minusMinutes(1)));
    values.put("twelveMinutesAgo", Values.written(now.minusMinutes(12)));
    values.put("tomorrow", Values.written(now.plusDays(1)));
    values.put("fourWeeksAgo", now.minusDays(28).toLocalDate().toString());
    values.put("tenant", mark);
    values.put("uuid", UUID.randomUUID().toString());
    values.put("version", "1");
    values.put("exerciseId", "bridge");
    return values;
  }
}
