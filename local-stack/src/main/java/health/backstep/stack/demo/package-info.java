/** Six weeks of one patient, played against a running platform and told in the terminal. */
package health.backstep.stack.demo;
