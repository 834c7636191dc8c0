/** All that is held of a patient, gathered from the three services. */
package health.backstep.profile.export;
