package health.backstep.stack.cli;

import health.backstep.stack.LocalStack;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.TokenRequest;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a newcomer needs once the platform runs: where it is and what to type first. */
record Welcome(LocalStack stack, DataOption data, Duration took) {

  private static final TokenRequest EVERYTHING =
      new TokenRequest("demo", Scopes.all(), "newcomer", Duration.ofHours(12));

  void print(PrintStream out, boolean detached) {
    Map<String, String> values = new HashMap<>();
    values.put("seconds", String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0));
    values.put("data", stack.data().root().toString());
    values.put("token", stack.tokens().issue(EVERYTHING));
    values.put("assessment", FirstAssessment.writtenInto(stack.data()).toString());
    for (ServiceName service : ServiceName.values()) {
      values.put(service.database(), stack.url(service).toString());
    }
    out.print(Template.named("welcome.txt").with(values));
    out.println(detached ? whenDetached() : whenStaying());
  }

  private String whenDetached() {
    return "Next: ./backstep status%1$s, ./backstep logs plan%1$s; to stop: ./backstep down%1$s"
        .formatted(data.option());
  }

  private String whenStaying() {
    return "Next, in another terminal: ./backstep status%1$s, ./backstep logs plan -f%1$s"
            .formatted(data.option())
        + "\nCtrl-C here stops everything; the data stays.";
  }
}
