package health.backstep.stack.cli;

import health.backstep.stack.demo.Api;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.Part;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.TokenRequest;
import health.backstep.stack.secret.Tokens;
import health.backstep.stack.service.ServiceHealth;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The services of a data folder's stack that is up. */
record RunningServices(DataOption data) {

  /**
   * Where they are.
   *
   * @throws StackFailure when not all of them are ready
   */
  Map<ServiceName, URI> urls() {
    Map<ServiceName, URI> urls = new EnumMap<>(ServiceName.class);
    for (RunningProcess process : data.processes().alive()) {
      for (ServiceName service : ServiceName.values()) {
        if (process.part() == Part.SERVICE
            && process.name().equals(service.processName())
            && ServiceHealth.isReady(process.port())) {
          urls.put(service, URI.create(process.url()));
        }
      }
    }
    if (urls.size() < ServiceName.values().length) {
      throw new StackFailure(
          "The platform is not up on %s: run %s first.".formatted(data.path(), data.upCommand()));
    }
    return urls;
  }

  /** Their interfaces, for a caller who may do all in that tenant. */
  Api api(String tenant, String subject) {
    Tokens tokens = new Tokens(Secrets.in(data.folder().root()));
    return new Api(
        urls(), tokens.issue(new TokenRequest(tenant, Scopes.all(), subject, Duration.ofHours(2))));
  }
}
