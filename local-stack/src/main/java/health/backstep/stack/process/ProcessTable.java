package health.backstep.stack.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The processes of one data folder, in a file from the moment each is started, so that a later
 * command can stop them whatever became of the one that started them.
 */
public final class ProcessTable {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final List<RunningProcess> processes;
  private boolean closed;

  private ProcessTable(Path file, List<RunningProcess> processes) {
    this.file = file;
    this.processes = new ArrayList<>(processes);
  }

  /** The table in that file, empty when there is none. */
  public static ProcessTable at(Path file) {
    if (Files.notExists(file)) {
      return new ProcessTable(file, List.of());
    }
    try {
      return new ProcessTable(
          file, JSON.readValue(file.toFile(), new TypeReference<List<RunningProcess>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  public synchronized List<RunningProcess> all() {
    return List.copyOf(processes);
  }

  public synchronized List<RunningProcess> alive() {
    return processes.stream().filter(RunningProcess::isAlive).toList();
  }

  /** Takes a process in; once {@link #endAll} was called, a late one is ended at once. */
  public synchronized void put(RunningProcess process) {
    if (closed) {
      process.identity().kill();
      return;
    }
    processes.removeIf(other -> other.name().equals(process.name()));
    processes.add(process);
    save();
  }

  /** Ends all that is alive, part by part, and forgets them. */
  public void endAll(BiConsumer<RunningProcess, Duration> ended) {
    List<RunningProcess> ending = close();
    for (Part part : Part.values()) {
      List<RunningProcess> ofPart =
          ending.stream().filter(process -> process.part() == part).toList();
      long begun = System.nanoTime();
      ofPart.forEach(process -> process.identity().send(part.stop()));
      for (RunningProcess process : ofPart) {
        process.identity().endWithin(part.limit());
        ended.accept(process, Duration.ofNanos(System.nanoTime() - begun));
      }
    }
    forget();
  }

  private synchronized List<RunningProcess> close() {
    closed = true;
    return alive();
  }

  public synchronized boolean isClosed() {
    return closed;
  }

  private synchronized void forget() {
    processes.clear();
    save();
  }

  private void save() {
    try {
      Files.createDirectories(file.getParent());
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      JSON.writeValue(draft.toFile(), processes);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
