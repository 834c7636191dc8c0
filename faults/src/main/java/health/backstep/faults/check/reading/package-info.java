/** Reads what a run left behind, and waits until it has come to rest. */
package health.backstep.faults.check.reading;
