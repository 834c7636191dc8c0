/**
 * What the three services make of a patient's whole history, without server and store: the same
 * conversions, rules, payloads and readers, so that a simulated plan and a live one can only agree.
 */
package health.backstep.simulation;
