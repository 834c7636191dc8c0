/**
 * The rule set as data: what each clinical rule is called, what it says to a patient, who says so,
 * how well it is founded and at which numbers it acts. The services hold the logic; nothing here
 * depends on a framework.
 */
package health.backstep.rules;
