/**
 * Makes up patients and their histories, folds them as plan-service does, and holds the ten safety
 * properties against every plan that comes of it.
 */
package health.backstep.safety;
