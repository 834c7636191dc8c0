package health.backstep.security.canary.run;

import health.backstep.security.authz.run.Ask;
import health.backstep.security.authz.run.Ground;
import health.backstep.security.authz.run.Wire;
import health.backstep.stack.platform.ServiceName;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What a service shows to operators without a token: its health and its metrics. */
record Pages(Ground ground, Heard heard) {

  private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";

  static String metrics(ServiceName service) {
    return "metrics " + service.processName();
  }

  static String health(ServiceName service) {
    return "health " + service.processName();
  }

  /** Keeps them as they are now; both formats, for only one of them has exemplars. */
  void read() {
    for (ServiceName service : ServiceName.values()) {
      for (String format : List.of("text/plain", OPEN_METRICS)) {
        heard.hear(metrics(service), get(service, "/q/metrics", format));
      }
      for (String path : List.of("/q/health", "/q/health/ready", "/q/health/live")) {
        heard.hear(health(service), get(service, path, "application/json"));
      }
    }
  }

  private String get(ServiceName service, String path, String format) {
    URI at = ground.url(service).resolve(path);
    return new Wire().send(new Ask(at, "GET", Map.of("Accept", format), "")).all();
  }
}
