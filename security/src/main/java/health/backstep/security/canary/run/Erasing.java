package health.backstep.security.canary.run;

import health.backstep.stack.process.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Erases every patient of the run. */
record Erasing(App app, Dump dump) {

  private static final long PATIENCE = Duration.ofMinutes(4).toNanos();
  private static final int LOOK_MILLIS = 500;

  void all() {
    List<Map<String, String>> erasures = dump.patients().stream().map(this::ask).toList();
    long begun = System.nanoTime();
    for (Map<String, String> erasure : erasures) {
      while (!isDone(erasure)) {
        if (System.nanoTime() - begun > PATIENCE) {
          throw new IllegalStateException("a patient was not erased in time: " + erasure);
        }
        Pause.of(LOOK_MILLIS);
      }
    }
  }

  private Map<String, String> ask(String patient) {
    String id = app.done("erasePatient", Map.of("patientId", patient)).path("erasureId").asText();
    return Map.of("erasureId", id);
  }

  private boolean isDone(Map<String, String> erasure) {
    return app.inTime("getErasure", erasure).path("state").asText().equals("COMPLETED");
  }
}
