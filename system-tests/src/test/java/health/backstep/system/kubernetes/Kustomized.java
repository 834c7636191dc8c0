package health.backstep.system.kubernetes;

import health.backstep.system.compose.ComposeFile;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.ConfigMapArgs;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Kustomization;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.SecretArgs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder that kustomize builds. */
record Kustomized(Path folder, Kustomization content) {

  private static final String FILE = "kustomization.yaml";

  static boolean isOne(Path file) {
    return file.endsWith(FILE);
  }

  static Kustomized in(Path folder) {
    String text = ComposeFile.text(folder.resolve(FILE).toString());
    return new Kustomized(
        folder, StrictYaml.as(Kustomization.class, StrictYaml.documents(text).getFirst()));
  }

  /** All below deploy/kubernetes, and the gateway's, which is used there. */
  static List<Kustomized> all() {
    return Stream.concat(
            Manifests.below(Manifests.FOLDER).stream()
                .filter(Kustomized::isOne)
                .map(Path::getParent),
            Stream.of(ComposeFile.REPOSITORY.resolve("deploy/gateway")))
        .map(Kustomized::in)
        .toList();
  }

  /** The folders that it builds upon. */
  List<Kustomized> bases() {
    return content.getResources().stream()
        .map(this::place)
        .filter(Files::isDirectory)
        .map(Kustomized::in)
        .toList();
  }

  /** Itself and all that it builds upon. */
  Stream<Kustomized> whole() {
    return Stream.concat(Stream.of(this), bases().stream().flatMap(Kustomized::whole));
  }

  /** The files that it takes in, whether they are there or not. */
  Set<Path> files() {
    return Stream.of(resourceFiles(), configFiles(), secretFiles())
        .flatMap(files -> files)
        .map(this::place)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Stream<String> secretFiles() {
    return content.getSecretGenerator().stream()
        .map(SecretArgs::getFiles)
        .flatMap(Collection::stream)
        .map(Kustomized::source);
  }

  /** A file as it is in the ConfigMap of this name, of whoever had the last word. */
  Path configFile(String configMap, String key) {
    return Stream.concat(
            generated(configMap),
            bases().stream().flatMap(Kustomized::whole).flatMap(base -> base.generated(configMap)))
        .filter(file -> file.endsWith(key))
        .findFirst()
        .orElseThrow();
  }

  Path place(String path) {
    return folder.resolve(path).normalize();
  }

  private Stream<Path> generated(String configMap) {
    return content.getConfigMapGenerator().stream()
        .filter(generator -> generator.getName().equals(configMap))
        .map(ConfigMapArgs::getFiles)
        .flatMap(Collection::stream)
        .map(this::place);
  }

  private Stream<String> resourceFiles() {
    return content.getResources().stream().filter(path -> !Files.isDirectory(place(path)));
  }

  private Stream<String> configFiles() {
    return content.getConfigMapGenerator().stream()
        .flatMap(generator -> Stream.of(generator.getFiles(), generator.getEnvs()))
        .flatMap(Collection::stream)
        .map(Kustomized::source);
  }

  /** Of KEY=FILE, or of FILE alone. */
  private static String source(String file) {
    return file.substring(file.indexOf('=') + 1);
  }
}
