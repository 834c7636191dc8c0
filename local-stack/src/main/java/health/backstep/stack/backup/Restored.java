package health.backstep.stack.backup;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What a restore came to.
 *
 * @param through what was committed before is there
 * @param changesAfter the number after which changes go on; empty when there were none yet
 * @param journal whether there is a journal of erasures
 * @param erasures how many were noted there after {@code through}; they are carried out again
 * @param moreIsArchived whether the log of what came after the backup was archived somewhere
 */
public record Restored(
    Instant through,
    OptionalLong changesAfter,
    boolean journal,
    long erasures,
    boolean moreIsArchived) {

  static Restored of(Manifest manifest, AfterRestore.Settled settled, ErasureJournal journal) {
    Instant through =
        settled.reached().filter(at -> at.isAfter(manifest.point())).orElse(manifest.point());
    return new Restored(
        through,
        settled.changesAfter(),
        journal.isThere(),
        journal.after(through),
        manifest.archived());
  }
}
