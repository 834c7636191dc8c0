package health.backstep.stack.service;

import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JVM's ahead-of-time cache of a packaged service: what an earlier run had to find out about
 * its classes. The JVM refuses one that was made of other files, by another build of the JVM or
 * with other settings, and complains in the service's log. So what it was made of is noted beside
 * it, and the JVM is told of none that does not fit.
 *
 * @param folder of the cache
 * @param packaged the folder of the service's files
 */
public record AotCache(Path folder, Path packaged) {

  public static AotCache of(ServiceName service, Path repository) {
    Path packaged = ServiceProcess.packaged(service, repository);
    return new AotCache(packaged.resolveSibling("aot"), packaged);
  }

  /** The JVM does without the cache under an agent or other settings, but not for properties. */
  static boolean goesWith(List<String> jvmArguments) {
    return jvmArguments.stream().allMatch(argument -> argument.startsWith("-D"));
  }

  /** What tells the JVM of the cache: nothing while there is none that fits. */
  public List<String> arguments() {
    return isFresh() ? List.of("-XX:AOTMode=auto", "-XX:AOTCache=" + file()) : List.of();
  }

  /** Whether there is a cache that fits what is packaged now. */
  public boolean isFresh() {
    return isPackaged()
        && Files.exists(file())
        && madeOf().filter(noted -> noted.equals(ingredients())).isPresent();
  }

  /** Whether there is anything to make a cache of. */
  public boolean isPackaged() {
    return Files.isDirectory(packaged);
  }

  /**
   * What a cache that were made now would be made of. Files are told apart by size and time, as the
   * JVM does.
   */
  public String ingredients() {
    List<String> lines = new ArrayList<>();
    lines.add(Jdk.build());
    lines.add(String.join(" ", ServiceJvm.SETTINGS));
    lines.add(packaged.toString());
    try (Stream<Path> files = Files.walk(packaged)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        lines.add(
            "%s %d %s"
                .formatted(
                    packaged.relativize(file),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at the files in " + packaged, e);
    }
    return String.join("\n", lines);
  }

  /** Where a new one may be written; nothing is there. */
  public Path draft() {
    Path draft = folder.resolve("app.aot.new");
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(draft);
      return draft;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  /**
   * Puts a new one in the place of the old one. Services that run with the old one keep it.
   *
   * @param ingredients as they were before it was begun, for a build may have come between
   */
  public void keep(Path draft, String ingredients) {
    try {
      Files.deleteIfExists(note());
      Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
      Files.writeString(note(), ingredients);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  private Optional<String> madeOf() {
    try {
      return Optional.of(Files.readString(note()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + note(), e);
    }
  }

  private Path file() {
    return folder.resolve("app.aot");
  }

  private Path note() {
    return folder.resolve("made-of.txt");
  }
}
