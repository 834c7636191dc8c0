/**
 * The audit log: who did what, when, to whose data, and how it ended, for every call under {@code
 * /v1}. What a write did is noted in its own transaction, so neither is there without the other;
 * reads and refusals are gathered in memory. Every half second all are stored and linked to chains
 * by their hashes, one chain a tenant.
 *
 * <p>What is not shown: a process that is killed takes the reads and refusals with it that it had
 * in memory, half a second of them, or more while the database does not keep up or is away; a line
 * that somebody removes from the database before it is linked is not missed; and a call whose head
 * names no host is refused before it is seen here.
 */
package health.backstep.backbone.audit;
