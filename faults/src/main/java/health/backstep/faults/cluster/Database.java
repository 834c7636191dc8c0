package health.backstep.faults.cluster;

import java.nio.file.Path;

/** The PostgreSQL server of all three services. */
public interface Database extends Part {

  /** Cuts the connections of everybody but the superuser. */
  String CUT =
      """
      select pg_terminate_backend(pid) from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid() and usename <> 'postgres'
      """;

  /** Cuts every connection of the services (pg_terminate_backend). */
  void cutConnections();

  /** The server's data folder. */
  Path folder();
}
