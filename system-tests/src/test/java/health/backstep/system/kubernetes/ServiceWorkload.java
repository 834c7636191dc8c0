package health.backstep.system.kubernetes;

import health.backstep.stack.platform.ServiceName;
import health.backstep.system.compose.ComposeFile;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.TreeMap;

/** One of the three services, with what it is told when the example is applied. */
record ServiceWorkload(ServiceName service) {

  static final String SETTINGS = "service-settings";

  /** A key of a Secret. */
  record SecretKey(String secret, String key) {}

  String name() {
    return service.processName();
  }

  Deployment deployment() {
    return Manifests.of(Deployment.class, name());
  }

  Workload workload() {
    return Workload.deployed(name());
  }

  /** All variables, with the later word for those that are said more than once. */
  Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>();
    workload()
        .container()
        .getEnvFrom()
        .forEach(
            from -> {
              if (!from.getConfigMapRef().getName().equals(SETTINGS)) {
                throw new IllegalStateException("Nobody knows " + from + ".");
              }
            });
    all.putAll(ComposeFile.settings("deploy/kubernetes/base/settings.env"));
    all.putAll(example());
    workload().container().getEnv().forEach(env -> all.put(env.getName(), env.getValue()));
    return all;
  }

  /** What the example says itself. */
  static Map<String, String> example() {
    return ComposeFile.settings("deploy/kubernetes/overlays/example/settings.env");
  }

  /** The settings that are files, and what is in them. */
  Map<String, SecretKey> secretFiles() {
    return projected("secrets");
  }

  /** Whom it trusts: files and what is in them. */
  Map<String, SecretKey> trusted() {
    return projected("trust");
  }

  private Map<String, SecretKey> projected(String volume) {
    Map<String, SecretKey> files = new TreeMap<>();
    workload()
        .volume(volume)
        .getProjected()
        .getSources()
        .forEach(
            source ->
                source
                    .getSecret()
                    .getItems()
                    .forEach(
                        item ->
                            files.put(
                                item.getPath(),
                                new SecretKey(source.getSecret().getName(), item.getKey()))));
    return files;
  }

  /** Where a volume is seen. */
  String mountPath(String volume) {
    return workload().container().getVolumeMounts().stream()
        .filter(mount -> mount.getName().equals(volume))
        .findFirst()
        .orElseThrow()
        .getMountPath();
  }
}
