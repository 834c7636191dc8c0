/** All that session-service holds of a patient. */
package health.backstep.session.export;
