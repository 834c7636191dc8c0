/**
 * Erasing a patient: everything that names the patient goes, in every service, and nothing of it
 * comes back. What is left is a pseudonym in a list, by which late events are known.
 */
package health.backstep.backbone.erasure;
