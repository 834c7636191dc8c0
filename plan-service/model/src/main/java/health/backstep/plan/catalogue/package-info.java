/**
 * The exercises that a plan can be made of: reviewed data, with what the sources say about each.
 */
package health.backstep.plan.catalogue;
