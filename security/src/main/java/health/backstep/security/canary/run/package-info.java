/** Plants canaries in running services and searches what these leave behind. */
package health.backstep.security.canary.run;
