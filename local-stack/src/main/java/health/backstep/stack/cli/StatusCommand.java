package health.backstep.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells of each process whether it is ready. */
@Command(
    name = "status",
    description = "Tells what runs. Exit code 0 when all is ready, otherwise 1.")
final class StatusCommand implements Callable<Integer> {

  @Mixin private DataOption data;

  @Option(names = "--json", description = "As a JSON array of {name, pid, url, ready}.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    List<ProcessStatus> all = ProcessStatus.ofAll(data);
    if (json) {
      System.out.println(
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all));
    } else {
      print(all);
    }
    return !all.isEmpty() && all.stream().allMatch(ProcessStatus::ready) ? 0 : 1;
  }

  private void print(List<ProcessStatus> all) {
    if (all.isEmpty()) {
      System.out.printf(
          "Nothing is running on %s. Start with: %s%n", data.path(), data.upCommand());
      return;
    }
    for (ProcessStatus status : all) {
      System.out.printf(
          "%-16s %-9s %-8s %s%n",
          status.name(), status.word(), status.pid() == null ? "-" : status.pid(), status.url());
    }
  }
}
