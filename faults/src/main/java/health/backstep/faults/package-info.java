/** Runs the packaged services under faults and decides whether anything was lost or done twice. */
package health.backstep.faults;
