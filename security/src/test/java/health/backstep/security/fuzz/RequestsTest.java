package health.backstep.security.fuzz;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.security.authz.Operation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RequestsTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final List<Described> OPERATIONS = Catalogue.in(REPOSITORY);
  private static final int MANY = 20_000;
  private static final String SHARED = "01a2009a-74c9-726b-9e00-5ca6ecb0fd6e";
  private static final Map<Long, Requests> BY_SEED = new HashMap<>();
  private static final String INNER = "01a2009a-74c9-726b-9e00-000000000002";
  private static final String FRESH = "01a2009a-74c9-726b-9e00-000000000001";

  /** Ids by name, all alike. */
  private static final class AllAlike implements Basis {

    private static Map<String, String> all(String id) {
      return Map.ofEntries(
          Map.entry("patientId", id),
          Map.entry("clockPatientId", id),
          Map.entry("assessmentId", INNER),
          Map.entry("sessionId", INNER),
          Map.entry("webhookId", id),
          Map.entry("deliveryId", INNER),
          Map.entry("replayId", INNER),
          Map.entry("secretId", INNER),
          Map.entry("erasureId", INNER),
          Map.entry("externalId", "external"),
          Map.entry("rule", "PL-STAGE"));
    }

    @Override
    public Map<String, String> ids(int tenant, int pick) {
      return all(SHARED);
    }

    @Override
    public Map<String, String> freshIds(int tenant, Operation operation) {
      return all(FRESH);
    }

    @Override
    public String authorization(int tenant) {
      return "Bearer token-" + tenant;
    }

    @Override
    public int tenants() {
      return 2;
    }
  }

  @Test
  void a_seed_and_a_number_make_the_same_request() {
    for (long number = 0; number < 1_000; number++) {
      Shot one = shot(7, number);
      Shot same = shot(7, number);
      assertThat(same.operation()).isEqualTo(one.operation());
      assertThat(same.mutations()).isEqualTo(one.mutations());
      assertThat(same.method() + same.target()).isEqualTo(one.method() + one.target());
      assertThat(same.bytes()).hasSize(one.bytes().length);
    }
  }

  @Test
  void another_seed_makes_others() {
    assertThat(LongStream.range(0, 100).mapToObj(number -> shot(7, number).mutations()).toList())
        .isNotEqualTo(
            LongStream.range(0, 100).mapToObj(number -> shot(8, number).mutations()).toList());
  }

  @Test
  void a_run_asks_every_operation_and_tries_every_mutation() {
    Set<Operation> asked = new HashSet<>();
    Set<String> tried = new HashSet<>();
    int valid = 0;
    int broken = 0;
    for (long number = 0; number < MANY; number++) {
      Shot shot = shot(1, number);
      asked.add(shot.operation());
      tried.addAll(shot.mutations());
      valid += shot.mutations().isEmpty() ? 1 : 0;
      broken += shot.whole() ? 0 : 1;
    }

    assertThat(asked).isEqualTo(OPERATIONS.stream().map(Described::operation).collect(toSet()));
    assertThat(tried).isEqualTo(Mutations.all().map(Mutation::name).collect(toSet()));
    assertThat(valid).isPositive();
    assertThat(broken).isPositive();
  }

  @Test
  void a_run_sends_every_property_that_a_body_can_have() {
    Set<String> sent = new HashSet<>();
    LongStream.range(0, MANY)
        .mapToObj(number -> shot(3, number))
        .filter(shot -> shot.whole() && shot.samePlace())
        .forEach(shot -> Bodies.body(shot).ifPresent(body -> Bodies.properties(shot, body, sent)));

    Set<String> described =
        OPERATIONS.stream()
            .filter(Described::hasBody)
            .flatMap(each -> Bodies.described(each).stream())
            .collect(toSet());
    assertThat(described)
        .hasSizeGreaterThan(200)
        .contains("simulate /history/redFlags/saddleNumbness", "simulate /history/by");
    assertThat(sent).containsAll(described);
  }

  /** Otherwise all that come after would be about something that is no longer there. */
  @Test
  void what_may_delete_is_about_things_that_nobody_else_needs() {
    List<String> deleted =
        LongStream.range(0, MANY)
            .mapToObj(number -> shot(2, number))
            .filter(shot -> Shot.deletes(shot.method()))
            .map(Shot::target)
            .toList();

    assertThat(deleted)
        .isNotEmpty()
        .noneMatch(target -> target.startsWith("/v1/patients/" + SHARED))
        .noneMatch(target -> target.startsWith("/v1/webhooks/" + SHARED));
  }

  private static Shot shot(long seed, long number) {
    return BY_SEED
        .computeIfAbsent(seed, _ -> new Requests(OPERATIONS, new AllAlike(), seed))
        .shot(number, "fz" + number + "r1z");
  }
}
