/** The commands of {@code ./backstep}. */
package health.backstep.stack.cli;
