package health.backstep.faults.cluster;

import health.backstep.stack.broker.Quorum;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.secret.Secrets;
import java.nio.file.Path;

/**
 * What the parts of one cluster have in common.
 *
 * @param repository where the packaged services are found
 * @param databasePort where PostgreSQL itself listens
 */
record Site(
    DataFolder data,
    Path repository,
    Layout layout,
    Quorum quorum,
    int databasePort,
    Secrets secrets,
    ProcessTable table) {}
