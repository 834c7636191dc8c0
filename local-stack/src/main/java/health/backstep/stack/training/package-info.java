/** Runs of the packaged services that leave ahead-of-time caches for all later ones. */
package health.backstep.stack.training;
