package health.backstep.faults.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

  private static final List<String> NAMES = Faults.all().stream().map(Fault::name).toList();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kill -9 profile-service",
        "kill -9 plan-service",
        "kill -9 session-service",
        "kill -9 the relay",
        "kill -9 broker",
        "short freeze profile-service",
        "short freeze plan-service",
        "short freeze session-service",
        "freeze beyond the leases profile-service",
        "freeze beyond the leases plan-service",
        "freeze beyond the leases session-service",
        "freeze the relay beyond its lease",
        "freeze broker",
        "one broker down",
        "two brokers down",
        "Kafka down for minutes",
        "one broker's data wiped",
        "Kafka lost, rebuilt",
        "PostgreSQL restarted in immediate mode",
        "kill -9 PostgreSQL",
        "PostgreSQL gone for a while",
        "PostgreSQL frozen",
        "PostgreSQL's connections cut",
        "the relay's connection cut",
        "an instance cut off from PostgreSQL",
        "rows of event_sequence held by a long transaction",
        "rows of patient_course held by a long transaction",
        "outbox held by a long transaction",
        "connection reset before COMMIT",
        "connection reset after COMMIT",
        "answer cut after the request",
        "clients' connections reset",
        "a broker's disk full",
        "PostgreSQL's disk full",
        "duplicate records",
        "reordered records",
        "poison records",
        "oversized records",
        "forged-tenant records",
        "sequence-conflict records",
        "unknown-version records",
        "consumer group rebalances",
        "consumer group forgotten",
        "topic replay from 0 profile-service",
        "topic replay from 0 plan-service",
        "topic replay from 0 session-service",
        "SIGTERM under load profile-service",
        "SIGTERM under load plan-service",
        "SIGTERM under load session-service",
        "clocks step",
        "everything killed, started in random order"
      })
  void whatCanGoWrongIsInTheCatalogue(String name) {
    assertThat(NAMES).contains(name);
  }

  @Test
  void everyRowOfTheTableHasANameOfItsOwn() {
    assertThat(NAMES).doesNotHaveDuplicates();
  }

  @Test
  void theShortRoundIsTakenFromTheCatalogue() {
    assertThat(NAMES)
        .containsAll(Faults.shortRound().stream().map(Fault::name).toList())
        .hasSizeGreaterThan(Faults.shortRound().size());
  }

  @Test
  void everyFaultHurtsSomething() {
    assertThat(Faults.all()).allSatisfy(fault -> assertThat(fault.areas()).isNotEmpty());
  }
}
