package health.backstep.plan.webhook.edge;

import health.backstep.plan.webhook.TargetPolicy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which targets the configuration lets webhooks call. */
class Targets {

  @Produces
  @Singleton
  TargetPolicy policy(WebhookConfig config) {
    return new TargetPolicy(config.privateTargets(), config.plainHttp());
  }
}
