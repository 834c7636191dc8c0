/** {@code ./backstep canaries}. */
package health.backstep.security.canary.cli;
