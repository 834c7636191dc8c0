package health.backstep.system.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;
import java.util.Map;

/**
 * KEDA's resources, as far as they are used: nobody publishes classes for them. Written after its
 * resource definitions of 2.18 and 2.20.
 */
final class Keda {

  private Keda() {}

  record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, ScaledSpec spec) {}

  record ScaledSpec(
      TargetName scaleTargetRef,
      int pollingInterval,
      int minReplicaCount,
      int maxReplicaCount,
      Advanced advanced,
      List<Trigger> triggers) {}

  record TargetName(String name) {}

  record Advanced(Scaling horizontalPodAutoscalerConfig) {}

  record Scaling(HorizontalPodAutoscalerBehavior behavior) {}

  record Trigger(
      String type,
      String metricType,
      Map<String, String> metadata,
      AuthenticationName authenticationRef) {}

  record AuthenticationName(String name) {}

  record TriggerAuthentication(
      String apiVersion, String kind, ObjectMeta metadata, AuthenticationSpec spec) {}

  record AuthenticationSpec(List<Parameter> configMapTargetRef, List<Parameter> secretTargetRef) {}

  record Parameter(String parameter, String name, String key) {}
}
