package health.backstep.stack.backup;

import health.backstep.stack.ExitHook;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.database.WalArchive;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.Child;
import health.backstep.stack.process.Part;
import health.backstep.stack.secret.Secrets;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Lets PostgreSQL read its log on files that were copied while it wrote them. It always begins a
 * new timeline: what was archived of the time that is given up is never mixed with what comes.
 *
 * @param draft the folder with the unpacked cluster
 * @param archive where the log is, if there is one
 * @param own where the restored server archives from now on, if it does
 */
record Recovery(
    DataFolder draft, Secrets secrets, Optional<WalArchive> archive, Optional<WalArchive> own) {

  /** An offset and no Z: while PostgreSQL reads its settings, it knows no names of zones yet. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

  /** Does the work on the recovered server and ends it in order. */
  <T> T with(Manifest manifest, UpTo upTo, Function<PostgresServer, T> work) throws IOException {
    OwnFiles.make(PostgresServer.folder(draft).resolve("recovery.signal"));
    AtomicReference<Child> running = new AtomicReference<>();
    Thread atExit = new Thread(() -> end(running.get()), "end-recovery");
    ExitHook.add(atExit);
    try (PostgresServer server = recovered(settings(manifest, upTo), running)) {
      return work.apply(server);
    } finally {
      end(running.get());
      ExitHook.remove(atExit);
    }
  }

  private PostgresServer recovered(Map<String, String> settings, AtomicReference<Child> running) {
    try {
      return PostgresServer.recover(draft, secrets, settings, running::set);
    } catch (StackFailure e) {
      throw new StackFailure(
          "PostgreSQL could not bring the backup up. What was there before is untouched.\n"
              + e.getMessage(),
          e);
    }
  }

  /** Nobody comes in before it is done. */
  private Map<String, String> settings(Manifest manifest, UpTo upTo) {
    Map<String, String> settings = new HashMap<>();
    settings.put("hot_standby", "off");
    settings.put("recovery_target_action", "promote");
    settings.put(
        "restore_command",
        archive.map(from -> from.restoreCommand(manifest.systemId())).orElse("false"));
    own.ifPresent(to -> settings.putAll(to.settings(manifest.systemId())));
    switch (upTo) {
      case UpTo.Latest() when archive.isPresent() -> {}
      case UpTo.Latest(), UpTo.TheBackup() -> {
        settings.put("recovery_target", "immediate");
        settings.put("recovery_target_timeline", "current");
      }
      case UpTo.Moment(var at) -> settings.put("recovery_target_time", TIME.format(at));
    }
    return settings;
  }

  private static void end(Child child) {
    if (child != null) {
      child.identity().end(Part.DATABASE);
    }
  }
}
