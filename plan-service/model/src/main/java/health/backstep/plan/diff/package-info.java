/** What is different between two versions of a plan, in words that a patient understands. */
package health.backstep.plan.diff;
