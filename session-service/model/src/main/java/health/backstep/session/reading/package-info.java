/**
 * Reads records by the clinical rules: green, amber, sore or a flare. {@link
 * health.backstep.session.reading.RecoveryCourse} is the way in.
 */
package health.backstep.session.reading;
