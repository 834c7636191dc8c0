/** {@code ./backstep fuzz}. */
package health.backstep.security.fuzz.cli;
