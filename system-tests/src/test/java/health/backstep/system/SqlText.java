package health.backstep.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A statement as a class of the services has it, on one line. What is filled in while it runs is
 * still a {@code %s}.
 *
 * @param owner the class, without its package
 */
record SqlText(String owner, String text) {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> MODULES =
      List.of("backbone", "profile-service", "plan-service", "session-service");
  private static final Pattern STATEMENT =
      Pattern.compile(
          "update \\S+ (\\w+ )?set .*"
              + "|(select|insert|update|delete|with)\\b.*\\b(from|into|update|join)\\b.*");

  /** Every statement that the services' classes hold. */
  static List<SqlText> ofAllServices() {
    return MODULES.stream().flatMap(SqlText::of).distinct().toList();
  }

  private static Stream<SqlText> of(String module) {
    Path classes = REPOSITORY.resolve(module).resolve("target/classes/health");
    try (Stream<Path> files = Files.walk(classes)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList().stream()
          .flatMap(SqlText::in);
    } catch (IOException e) {
      throw new UncheckedIOException("the classes of " + module + " cannot be read", e);
    }
  }

  private static Stream<SqlText> in(Path file) {
    String owner = file.getFileName().toString().replaceFirst("(\\$.*)?\\.class$", "");
    try {
      return StreamSupport.stream(ClassFile.of().parse(file).constantPool().spliterator(), false)
          .filter(StringEntry.class::isInstance)
          .map(entry -> ((StringEntry) entry).stringValue().replaceAll("\\s+", " ").strip())
          .filter(text -> STATEMENT.matcher(text).matches())
          .map(text -> new SqlText(owner, text));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  boolean has(String pattern) {
    return Pattern.compile(pattern).matcher(text).find();
  }

  /** What a union puts together, each by itself. */
  Stream<SqlText> parts() {
    return Stream.of(text.split("\\bunion\\b( all)?")).map(part -> new SqlText(owner, part));
  }
}
