/**
 * The audit log as anybody can check it: what a line says, how it is hashed and linked, and what is
 * wrong with a chain that was tampered with. The services write by it, the command line and readers
 * of {@code GET /v1/audit} verify by it.
 */
package health.backstep.wire.audit;
