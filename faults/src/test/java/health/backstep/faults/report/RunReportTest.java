package health.backstep.faults.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.faults.Result;
import health.backstep.faults.RunOptions;
import health.backstep.faults.check.invariant.Finding;
import health.backstep.faults.check.invariant.Finding.Verdict;
import health.backstep.faults.load.Attempt;
import health.backstep.faults.nemesis.Faults;
import health.backstep.faults.nemesis.Strike;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunReportTest {

  private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
  private static final String FAULT = "kill -9 plan-service";

  private final Result result =
      new Result(
          RunOptions.shortRound(7),
          AT,
          Duration.ofMinutes(3),
          List.of(strike(0, 2), strike(60, 4), strike(120, 8), failed()),
          Map.of("clocks step", "no clock agent"),
          List.of(
              asked(1, true), asked(2, false), asked(30, false), asked(61, true), asked(400, true)),
          List.of(),
          List.of(
              finding("I1", Verdict.HOLDS, List.of()),
              finding("I4", Verdict.BROKEN, List.of("patient x has plans [1, 3]"))));

  @Test
  void aRowCountsTheStrikesThatWereDoneAsPlannedAndTheOthersApart() {
    assertThat(FaultRow.of(result))
        .containsExactly(
            new FaultRow(
                FAULT,
                3,
                3,
                1,
                Optional.of(Duration.ofSeconds(4)),
                Optional.of(Duration.ofSeconds(8)),
                1));
  }

  @Test
  void theTableNamesFaultsInvariantsEvidenceAndTheVerdict() {
    List<String> lines = new RunTable(result).lines();
    assertThat(lines)
        .anySatisfy(line -> assertThat(line).contains(FAULT, "4.0 s", "8.0 s"))
        .anySatisfy(line -> assertThat(line).contains("not as planned", FAULT, "nothing to kill"))
        .anySatisfy(line -> assertThat(line).contains("clocks step", "no clock agent"))
        .anySatisfy(line -> assertThat(line).contains("I1", "HOLDS"))
        .anySatisfy(line -> assertThat(line).contains("I4", "BROKEN"))
        .anySatisfy(line -> assertThat(line).contains("patient x has plans [1, 3]"));
    assertThat(lines.getLast()).isEqualTo("BROKEN: I4.");
  }

  @Test
  void theJsonHasAllThatIsNeededToRunItAgain() throws JsonProcessingException {
    JsonNode json = new ObjectMapper().readTree(new RunJson(result).text());
    assertThat(json.path("holds").asBoolean()).isFalse();
    assertThat(json.path("seed").asLong()).isEqualTo(7);
    assertThat(json.path("options").path("faults")).hasSize(Faults.shortRound().size());
    assertThat(json.path("strikes")).hasSize(4);
    assertThat(json.path("unknownOutcomes").asInt()).isEqualTo(2);
    assertThat(json.at("/invariants/1/verdict").asText()).isEqualTo("BROKEN");
    assertThat(json.at("/faults/0/recoveryMaxMs").asLong()).isEqualTo(8000);
  }

  private static Strike strike(int second, int recovery) {
    Instant begun = AT.plusSeconds(second);
    return new Strike(
        FAULT, begun, begun.plusSeconds(3), Optional.of(Duration.ofSeconds(recovery)), "");
  }

  private static Strike failed() {
    Instant begun = AT.plusSeconds(300);
    return new Strike(FAULT, begun, begun, Optional.of(Duration.ofSeconds(4)), "nothing to kill");
  }

  private static Attempt asked(int second, boolean answered) {
    Attempt.Answer answer = new Attempt.Answer(201, "{}", Optional.empty(), Optional.empty());
    return new Attempt(
        "north-clinic",
        new UUID(1, 1),
        ServiceName.SESSION,
        "POST sessions",
        "key",
        "{}",
        AT.plusSeconds(second),
        Duration.ofMillis(20),
        answered ? Optional.of(answer) : Optional.empty());
  }

  private static Finding finding(String name, Verdict verdict, List<String> examples) {
    return new Finding(name, "a sentence", verdict, 10, examples.size(), examples, "");
  }
}
