/** What the doctor says of the packaged platform. */
package health.backstep.system.doctor;
