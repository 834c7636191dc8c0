/** All that plan-service holds of a patient. */
package health.backstep.plan.export;
