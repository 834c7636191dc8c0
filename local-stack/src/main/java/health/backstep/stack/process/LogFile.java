package health.backstep.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a process has printed. */
public record LogFile(Path path) {

  private static final int LONGEST_LINE = 4_096;

  public static LogFile at(Path path) {
    return new LogFile(path);
  }

  /** The last lines as one text, each behind the prefix. */
  public String end(int lines, String prefix) {
    return last(lines).stream().map(line -> prefix + line).collect(Collectors.joining("\n"));
  }

  /** The last lines, read from the end, so that a long log costs no more than a short one. */
  public List<String> last(int lines) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long from = Math.max(0, file.length() - (long) lines * LONGEST_LINE);
      byte[] bytes = new byte[Math.toIntExact(file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of("(no log at " + path + ")");
    }
  }
}
