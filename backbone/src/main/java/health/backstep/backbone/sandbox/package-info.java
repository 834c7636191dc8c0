/**
 * Tenants in which partners try their apps: a test clock for each patient, so that six weeks are
 * played in seconds. For everybody else nothing of it is there.
 */
package health.backstep.backbone.sandbox;
