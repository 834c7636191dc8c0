/**
 * Backups of all three databases at one moment, and the way back: the databases from a backup and
 * the archived log, Kafka from the databases.
 */
package health.backstep.stack.backup;
