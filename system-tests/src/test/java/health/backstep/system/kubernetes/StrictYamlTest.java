package health.backstep.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kubernetes would refuse is refused here. */
class StrictYamlTest {

  private static final String UNDERSTOOD = "{apiVersion: apps/v1, kind: Deployment}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: apps/v1, kind: Deployment, speck: {}}",
        "{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {volume: []}}}}",
        "{apiVersion: v1, kind: Service, spec: {ports: [{port: 80, targetport: http}]}}",
        "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: {ingress: [{to: []}]}}",
        "{apiVersion: kafka.strimzi.io/v1, kind: Kafka, spec: {kafka: {listener: []}}}",
        "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, spec: {partition: 12}}",
        "{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, spec: {instance: 3}}",
        "{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, spec: {maxReplicas: 12}}",
        "{apiVersion: monitoring.coreos.com/v1, kind: PodMonitor, spec: {selectors: {}}}",
        "{apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor}",
        "{apiVersion: v1, kind: Secret}"
      })
  void what_is_unknown_is_refused(String manifest) {
    assertThatThrownBy(() -> read(manifest)).isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: apps/v1, kind: Deployment, kind: Deployment}",
        "{apiVersion: v1, kind: Namespace, metadata: {labels: {shared: true}}}",
        "{apiVersion: v1, kind: Namespace, metadata: {labels: {number: 1}}}",
        "{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, spec: {triggers: [{type: 5}]}}",
        "{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, spec: {imageName: 18}}"
      })
  void what_is_of_another_type_or_there_twice_is_refused(String manifest) {
    assertThatThrownBy(() -> read(manifest)).isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = UNDERSTOOD)
  void what_is_right_is_understood(String manifest) {
    assertThat(read(manifest)).isNotNull();
  }

  private static Object read(String manifest) {
    return Manifests.understood(StrictYaml.documents(manifest).getFirst());
  }
}
