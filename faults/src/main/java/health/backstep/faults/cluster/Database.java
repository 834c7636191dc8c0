package health.backstep.faults.cluster;

import java.nio.file.Path;

/** The PostgreSQL server of all three services. */
public interface Database extends Part {

  /** Cuts every connection of the services (pg_terminate_backend). */
  void cutConnections();

  /** The server's data folder. */
  Path folder();
}
