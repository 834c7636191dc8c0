package health.backstep.stack.service;

import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.Launch;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A packaged service in a JVM of its own. */
public final class ServiceProcess {

  private ServiceProcess() {}

  /**
   * How to start it, with its ahead-of-time cache if it has one that fits.
   *
   * @throws StackFailure when it is not built
   */
  public static Launch launch(ServiceEnvironment environment, Path repository, DataFolder data) {
    ServiceName service = environment.service();
    return launch(service.processName(), service, environment.asMap(), List.of(), repository, data);
  }

  /**
   * How to start one of several instances, with the service's ahead-of-time cache if it has one
   * that fits and the arguments allow for it.
   *
   * @param name of the process, its log and its folder
   * @param jvmArguments after the usual ones
   * @throws StackFailure when it is not built
   */
  public static Launch launch(
      String name,
      ServiceName service,
      Map<String, String> environment,
      List<String> jvmArguments,
      Path repository,
      DataFolder data) {
    List<String> arguments = new ArrayList<>(jvmArguments);
    if (AotCache.goesWith(jvmArguments)) {
      arguments.addAll(AotCache.of(service, repository).arguments());
    }
    return launchUncached(name, service, environment, arguments, repository, data);
  }

  /**
   * How to start it without its ahead-of-time cache, or to make one.
   *
   * @param jvmArguments after the usual ones
   * @throws StackFailure when it is not built
   */
  public static Launch launchUncached(
      ServiceName service,
      Map<String, String> environment,
      List<String> jvmArguments,
      Path repository,
      DataFolder data) {
    return launchUncached(
        service.processName(), service, environment, jvmArguments, repository, data);
  }

  private static Launch launchUncached(
      String name,
      ServiceName service,
      Map<String, String> environment,
      List<String> jvmArguments,
      Path repository,
      DataFolder data) {
    List<String> command = new ArrayList<>(ServiceJvm.command());
    command.addAll(jvmArguments);
    command.addAll(List.of("-jar", jar(service, repository).toString()));
    Map<String, String> told = new HashMap<>(environment);
    if (service == ServiceName.PROFILE) {
      told.put("BACKSTEP_ERASURES_JOURNAL", data.erasures().toString());
    }
    return new Launch(name, command, told, data.work(name), data.log(name));
  }

  private static Path jar(ServiceName service, Path repository) {
    String name = service.processName();
    Path jar = packaged(service, repository).resolve("quarkus-run.jar");
    if (Files.notExists(jar)) {
      throw new StackFailure(
          "%s is not built: %s is missing. Build it with: ./mvnw -DskipTests package"
              .formatted(name, jar));
    }
    return jar;
  }

  /** The folder that holds all of a packaged service. */
  public static Path packaged(ServiceName service, Path repository) {
    return repository
        .toAbsolutePath()
        .normalize()
        .resolve(service.processName() + "/target/quarkus-app");
  }

  public static URI url(int port) {
    return URI.create("http://" + LocalPort.HOST + ":" + port);
  }

  /** The service that a person means by a word such as {@code plan} or {@code plan-service}. */
  public static boolean isNamed(ServiceName service, String word) {
    return word.equals(service.database()) || word.equals(service.processName());
  }
}
