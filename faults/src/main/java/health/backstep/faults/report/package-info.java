/** What a run came to, for people and for scripts. */
package health.backstep.faults.report;
