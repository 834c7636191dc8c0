/**
 * Makes stored plans again from their events: to show that they are what the events give, and what
 * another rule set would have given.
 */
package health.backstep.plan.replay;
