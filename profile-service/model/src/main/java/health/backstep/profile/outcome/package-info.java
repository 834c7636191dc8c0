/** Scores, and whether a patient is better, the same or worse than before (PROM, OUT-1). */
package health.backstep.profile.outcome;
