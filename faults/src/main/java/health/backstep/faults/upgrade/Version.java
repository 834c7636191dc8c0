package health.backstep.faults.upgrade;

import java.nio.file.Path;

/**
 * A version of the services.
 *
 * @param name for people
 * @param repository where its packaged services are found
 */
public record Version(String name, Path repository) {

  /** What is packaged here. */
  public static Version here(Path repository) {
    return new Version("this code", repository);
  }
}
