package health.backstep.system;

import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.training.Training;
import java.nio.file.Path;
import java.util.List;

/** The packaged services, trained once before any of them is started: they start many times. */
public final class PackagedServices {

  private static final Path REPOSITORY = trained();

  private PackagedServices() {}

  /** Where they are found. */
  public static Path repository() {
    return REPOSITORY;
  }

  private static Path trained() {
    Path repository = Path.of("..").toAbsolutePath().normalize();
    Training.renew(List.of(ServiceName.values()), repository, Progress.silent());
    return repository;
  }
}
