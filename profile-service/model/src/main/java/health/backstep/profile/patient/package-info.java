/** Who exercises, and what their days allow: age, equipment, minutes and sessions a week. */
package health.backstep.profile.patient;
