package health.backstep.stack.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which of a cluster's files belong into a backup, as PostgreSQL's documentation says under "Making
 * a Base Backup Using the Low Level API".
 *
 * @param folders also those that are left empty
 * @param bytes of all files, as they are now
 */
record ClusterFiles(List<String> folders, List<String> files, long bytes) {

  /** Copied by itself, last. */
  static final String CONTROL = "global/pg_control";

  private static final Set<String> LEFT_EMPTY =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT =
      Set.of(
          "postmaster.pid",
          "postmaster.opts",
          "postgresql.auto.conf.tmp",
          "backup_label",
          "backup_label.old",
          "tablespace_map",
          "tablespace_map.old",
          "backup_manifest",
          "recovery.signal",
          "standby.signal",
          CONTROL);

  private static final String TEMPORARY = "pgsql_tmp";
  private static final String CACHED = "pg_internal.init";

  /** Those that are there now; the server goes on making and removing some. */
  static ClusterFiles in(Path cluster) throws IOException {
    Looking looking = new Looking(cluster);
    Files.walkFileTree(cluster, looking);
    return new ClusterFiles(looking.folders, looking.files, looking.bytes);
  }

  private static final class Looking extends SimpleFileVisitor<Path> {

    private final Path cluster;
    private final List<String> folders = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private long bytes;

    Looking(Path cluster) {
      this.cluster = cluster;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = nameOf(folder);
      if (folder.getFileName().toString().startsWith(TEMPORARY)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!name.isEmpty()) {
        folders.add(name);
      }
      return LEFT_EMPTY.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String last = file.getFileName().toString();
      boolean isKept =
          !LEFT_OUT.contains(nameOf(file))
              && !last.startsWith(TEMPORARY)
              && !last.startsWith(CACHED);
      if (isKept) {
        files.add(nameOf(file));
        bytes += attributes.size();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    /** A folder of a database that is dropped meanwhile. */
    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, failure);
    }

    private String nameOf(Path path) {
      return cluster.relativize(path).toString();
    }
  }
}
