package health.backstep.stack.doctor.service;

import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether all instances run on the same Java. Those that do not answer are told of elsewhere. */
public record JdksCheck(List<Instance> instances, Trust trust, Setting setting) implements Check {

  @Override
  public Subject subject() {
    return new Subject("versions", "JDKs of the services", setting.place().startRest());
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    Map<String, String> versions = new TreeMap<>();
    for (Instance instance : instances) {
      version(instance).ifPresent(version -> versions.put(instance.name(), version));
    }
    Set<String> different = new TreeSet<>(versions.values());
    return switch (different.size()) {
      case 0 -> List.of();
      case 1 -> List.of(subject().ok("version " + different.iterator().next()));
      default ->
          List.of(
              subject()
                  .warning(
                      "are not the same: " + versions,
                      "run all of them on one; then " + setting.place().startRest()));
    };
  }

  private Optional<String> version(Instance instance) throws InterruptedException {
    try (Visit visit = new Visit(new ShownCertificates(trust.judge()), setting.clock())) {
      Metrics metrics = Metrics.parse(visit.get(instance.url().resolve("/q/metrics")).body());
      return Stream.of("jvm_info_total", "jvm_info")
          .flatMap(name -> metrics.label(name, "version").stream())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
