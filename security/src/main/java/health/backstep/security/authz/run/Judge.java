package health.backstep.security.authz.run;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.security.authz.Cell;
import health.backstep.security.authz.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds an answer against what its cell expects. */
final class Judge {

  private final Leaks leaks;

  Judge(Leaks leaks) {
    this.leaks = leaks;
  }

  /** What differs; nothing when the answer is as it has to be. */
  List<String> faults(Cell cell, Ask ask, Reply reply) {
    List<String> faults = new ArrayList<>();
    Expected expected = cell.expected();
    String code = reply.json().path("code").asText();
    if (reply.status() != expected.status()
        || (!expected.isSuccess() && !code.equals(expected.code()))) {
      faults.add("expected " + expected + ", answered " + reply.inShort());
    } else if (!expected.code().isEmpty()) {
      faults.addAll(ProblemForm.faults(ask, reply));
    }
    expected
        .items()
        .flatMap(each -> itemsFault(each, reply.json().path("items")))
        .ifPresent(faults::add);
    if (reply.headers().containsKey("idempotency-replayed")) {
      faults.add("somebody's answer was repeated");
    }
    leaks.in(cell.actor(), ask, reply).ifPresent(faults::add);
    return faults;
  }

  private static Optional<String> itemsFault(String expected, JsonNode items) {
    if (!items.isArray() || items.isEmpty() != expected.isEmpty()) {
      return Optional.of("expected items [" + expected + "], answered " + items);
    }
    for (JsonNode item : items) {
      String answered =
          (item.path("status").asText() + " " + item.path("problem").path("code").asText()).strip();
      if (!answered.equals(expected)) {
        return Optional.of("expected items [" + expected + "], answered [" + answered + "]");
      }
    }
    return Optional.empty();
  }
}
