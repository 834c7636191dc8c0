package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.SESSION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Green sessions as fast as the service takes them: each connection sends the next one when the
 * last was answered. Each patient trains once a day.
 */
final class SessionLoad {

  private final Platform platform;
  private final List<String> patients;
  private final OffsetDateTime first;
  private final String exercises;
  private final Tally tally;
  private final AtomicInteger days = new AtomicInteger();

  SessionLoad(
      Platform platform,
      List<String> patients,
      OffsetDateTime assessedAt,
      JsonNode plan,
      Tally tally) {
    this.platform = platform;
    this.patients = patients;
    this.first = assessedAt.plusDays(1).truncatedTo(ChronoUnit.SECONDS);
    this.exercises = Enrolment.json(exercises(plan));
    this.tally = tally;
  }

  /** Sessions accepted per second. */
  double perSecond(Duration length) {
    long begun = System.nanoTime();
    long deadline = begun + length.toNanos();
    int from = days.get();
    long accepted =
        Crew.of(Floors.CONNECTIONS, worker -> () -> send(worker, from, deadline)).stream()
            .mapToLong(Long::longValue)
            .sum();
    return accepted / ((System.nanoTime() - begun) / 1e9);
  }

  private long send(int worker, int from, long deadline) throws IOException {
    long accepted = 0;
    int day = from;
    try (KeepAlive connection = platform.connect(SESSION)) {
      for (int i = worker; System.nanoTime() < deadline; i += Floors.CONNECTIONS) {
        if (i >= patients.size()) {
          i = worker;
          day++;
        }
        String path = "/v1/patients/" + patients.get(i) + "/sessions";
        String key = "session-" + i + "-" + day;
        if (connection.write("POST", path, key, body(day)).status() == 201) {
          accepted++;
          tally.sessionAccepted();
        } else {
          tally.failed();
        }
      }
    }
    int used = day + 1;
    days.accumulateAndGet(used, Math::max);
    return accepted;
  }

  private String body(int day) {
    OffsetDateTime start = first.plusDays(day);
    return "{\"planVersion\":1,\"startedAt\":\""
        + start
        + "\",\"endedAt\":\""
        + start.plusMinutes(11)
        + "\",\"painBefore\":2,\"painAfter\":2,\"exercises\":"
        + exercises
        + "}";
  }

  private static ArrayNode exercises(JsonNode plan) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : plan.path("items")) {
      ObjectNode exercise = all.addObject();
      exercise.put("exerciseId", item.path("exerciseId").asText());
      exercise.put("level", item.path("level").asInt());
      exercise.put("setsDone", item.path("dose").path("sets").asInt());
      exercise.put("painDuring", 2).put("exertion", 4);
    }
    return all;
  }
}
