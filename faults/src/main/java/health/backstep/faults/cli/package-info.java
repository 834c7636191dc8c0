/** {@code ./backstep faults}. */
package health.backstep.faults.cli;
