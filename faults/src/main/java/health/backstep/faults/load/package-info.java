/** Patients' apps that ask, repeat and remember. */
package health.backstep.faults.load;
