/** The twelve sentences that a run is held against, each decided by evidence alone. */
package health.backstep.faults.check.invariant;
