/** What happened to a partner's patients, as a list that only grows and that others can follow. */
package health.backstep.plan.change;
