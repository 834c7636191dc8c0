package health.backstep.profile.erasure.edge;

import health.backstep.backbone.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The erasures that partners were told of, in a file beside the database. A backup that is restored
 * brings patients back who were erased since, and knows nothing of it. An erasure is on the disk
 * here before it is answered.
 */
@ApplicationScoped
public class ErasureJournal {

  private static final Logger LOG = Logger.getLogger(ErasureJournal.class);
  private static final String OWNER_ONLY = "rw-------";
  private static final Set<StandardOpenOption> AT_THE_END =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

  private final Optional<Path> file;

  ErasureJournal(@ConfigProperty(name = "backstep.erasures.journal") Optional<Path> file) {
    this.file = file;
  }

  /** Notes an erasure; one that is noted twice is carried out once. */
  public void note(Tenant tenant, ErasureView erasure) {
    file.ifPresent(journal -> append(journal, NotedErasure.of(tenant, erasure).line()));
  }

  /** All that were noted. A line that was cut off tells of an erasure that was never answered. */
  public List<NotedErasure> all() {
    List<NotedErasure> all = new ArrayList<>();
    for (String line : lines()) {
      try {
        all.add(NotedErasure.parse(line));
      } catch (IllegalArgumentException | DateTimeException e) {
        LOG.warnf("A line of the journal of erasures is cut off, after %d whole ones", all.size());
      }
    }
    return all;
  }

  private List<String> lines() {
    if (file.isEmpty() || Files.notExists(file.get())) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file.get())) {
      return lines.filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal of erasures cannot be read", e);
    }
  }

  private static void append(Path journal, String line) {
    try (FileChannel channel =
        FileChannel.open(
            journal,
            AT_THE_END,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)))) {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("the journal of erasures cannot be written", e);
    }
  }
}
