package health.backstep.stack.doctor.database;

import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The migrations that a packaged service brings along: its own, and those all services share. */
final class PackagedMigrations {

  private static final Pattern MIGRATION =
      Pattern.compile("^db/(?:backbone|migration)/V([0-9._]+)__.*\\.sql$");
  private static final String SHARED = "health.backstep.backbone-";
  private static final int DEPTH = 3;

  private PackagedMigrations() {}

  /** By their numbers; empty when the service is not packaged here. */
  static Optional<Set<String>> of(ServiceName service, Path repository) throws IOException {
    Path packaged = ServiceProcess.packaged(service, repository);
    if (!Files.isDirectory(packaged)) {
      return Optional.empty();
    }
    Set<String> numbers = new TreeSet<>();
    for (Path jar : jars(service, packaged)) {
      try (JarFile file = new JarFile(jar.toFile());
          Stream<? extends ZipEntry> entries = file.stream()) {
        entries.map(ZipEntry::getName).flatMap(PackagedMigrations::numbers).forEach(numbers::add);
      }
    }
    return Optional.of(numbers);
  }

  /** The same for {@code 0021} and {@code 21}. */
  static String number(String version) {
    return version.replaceFirst("^0+(?=\\d)", "");
  }

  private static Stream<String> numbers(String entry) {
    return MIGRATION
        .matcher(entry)
        .results()
        .map((MatchResult match) -> number(match.group(1).replace('_', '.')));
  }

  /** Wherever the way of packaging puts them. */
  private static List<Path> jars(ServiceName service, Path packaged) throws IOException {
    try (Stream<Path> files = Files.walk(packaged, DEPTH)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .filter(
              file ->
                  file.getFileName().toString().startsWith(SHARED)
                      || file.getFileName().toString().startsWith(service.processName() + "-"))
          .toList();
    }
  }
}
