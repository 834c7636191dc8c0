package health.backstep.system.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Something of ours that runs in pods. */
record Workload(String name, PodTemplateSpec template) {

  static List<Workload> all() {
    return Stream.concat(
            Manifests.of(Deployment.class).stream().map(Workload::of),
            Manifests.of(Job.class).stream()
                .map(job -> new Workload(job.getMetadata().getName(), job.getSpec().getTemplate())))
        .toList();
  }

  static Workload deployed(String name) {
    return of(Manifests.of(Deployment.class, name));
  }

  private static Workload of(Deployment deployment) {
    return new Workload(deployment.getMetadata().getName(), deployment.getSpec().getTemplate());
  }

  PodSpec pod() {
    return template.getSpec();
  }

  /** It has one and no other. */
  Container container() {
    List<Container> all = pod().getContainers();
    if (all.size() != 1 || !pod().getInitContainers().isEmpty()) {
      throw new IllegalStateException(name + " has other containers than one.");
    }
    return all.getFirst();
  }

  Volume volume(String volume) {
    return pod().getVolumes().stream()
        .filter(each -> each.getName().equals(volume))
        .findFirst()
        .orElseThrow();
  }

  Map<String, String> labels() {
    return template.getMetadata().getLabels();
  }

  @Override
  public String toString() {
    return name;
  }
}
