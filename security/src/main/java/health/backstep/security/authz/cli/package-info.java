/** {@code ./backstep authz}. */
package health.backstep.security.authz.cli;
