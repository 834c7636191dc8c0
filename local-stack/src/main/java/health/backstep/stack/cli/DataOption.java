package health.backstep.stack.cli;

import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.ProcessTable;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data folder that a command is about. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder (default: .backstep in the repository).")
  private Path dataDir;

  Path path() {
    return dataDir == null ? Repository.root().resolve(".backstep") : dataDir.toAbsolutePath();
  }

  DataFolder folder() {
    return DataFolder.at(path());
  }

  ProcessTable processes() {
    return ProcessTable.at(folder().processTable());
  }

  /** What to type to start a stack here. */
  String upCommand() {
    return "./backstep up" + option();
  }

  /** What to add to another command so that it is about the same folder. */
  String option() {
    return dataDir == null ? "" : " --data " + dataDir;
  }

  StackFailure nothingHere() {
    return new StackFailure(
        "No stack was ever started in %s.%nStart one with: %s".formatted(path(), upCommand()));
  }
}
