/**
 * Processes of this machine: start them apart from the terminal, recognise them later, end them.
 */
package health.backstep.stack.process;
