package health.backstep.stack.cli;

import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.service.AotCache;
import health.backstep.stack.training.Training;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes the ahead-of-time caches of the packaged services, where they are missing or too old. */
@Command(
    name = "train",
    description = {
      "Runs each packaged service once and keeps what its JVM found out, so that it starts faster.",
      "'up', 'bench', 'faults' and 'test' do so by themselves after a build."
    })
final class TrainCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    TerminalProgress progress = TerminalProgress.on(System.out);
    try {
      Training.renew(List.of(ServiceName.values()), Repository.root(), progress);
    } finally {
      progress.finish();
    }
    requireAll();
    System.out.println("The services start with their ahead-of-time caches.");
    return 0;
  }

  private static void requireAll() {
    for (ServiceName service : ServiceName.values()) {
      if (!AotCache.of(service, Repository.root()).isFresh()) {
        throw new StackFailure(
            "%s is not built, or was built meanwhile: ./mvnw -DskipTests package, then train again."
                .formatted(service.processName()));
      }
    }
  }
}
