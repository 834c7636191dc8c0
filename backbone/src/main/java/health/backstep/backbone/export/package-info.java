/**
 * All that a service holds of a patient, for an export. What belongs to a patient is asked of the
 * database, which knows it from the erasure: a table that is added later is exported without
 * anybody thinking of it.
 */
package health.backstep.backbone.export;
