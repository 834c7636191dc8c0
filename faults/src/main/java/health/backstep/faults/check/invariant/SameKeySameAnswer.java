package health.backstep.faults.check.invariant;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.load.Attempt;
import health.backstep.faults.load.Attempt.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * I5. 429 and 5xx ask for another attempt and are no answers. Of a refusal the status and the code
 * are compared: its trace is its own.
 */
final class SameKeySameAnswer implements Invariant {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private record Said(int status, JsonNode body, Optional<String> etag) {
    static Said of(Answer answer) {
      JsonNode body = Bodies.read(answer.body());
      return new Said(
          answer.status(), answer.isAccepted() ? body : body.path("code"), answer.etag());
    }

    String words() {
      return status + " " + body.toString().hashCode() + etag.map(" "::concat).orElse("");
    }
  }

  @Override
  public String name() {
    return "I5";
  }

  @Override
  public String sentence() {
    return "the same idempotency key gave the same answer";
  }

  @Override
  public Finding decide(Evidence evidence) {
    Tally tally = new Tally(this);
    Map<String, List<Attempt>> byKey = evidence.writes().stream().collect(groupingBy(Attempt::key));
    byKey.forEach(
        (key, attempts) -> {
          List<Answer> answers =
              attempts.stream()
                  .flatMap(attempt -> attempt.answer().stream())
                  .filter(SameKeySameAnswer::isFinal)
                  .toList();
          if (answers.size() > 1) {
            Set<Said> said = answers.stream().map(Said::of).collect(Collectors.toSet());
            tally.check(
                said.size() == 1,
                () ->
                    "key %s (%s) was answered %s"
                        .formatted(
                            key,
                            attempts.getFirst().operation(),
                            said.stream().map(Said::words).sorted().toList()));
          }
        });
    return tally.finding("no key was answered twice");
  }

  private static boolean isFinal(Answer answer) {
    return answer.status() < SERVER_ERROR && answer.status() != TOO_MANY_REQUESTS;
  }
}
