/** The machine itself and the processes on it. */
package health.backstep.stack.doctor.machine;
