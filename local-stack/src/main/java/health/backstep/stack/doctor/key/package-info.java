/** Keys, certificates and the list of callers that are kept out. */
package health.backstep.stack.doctor.key;
