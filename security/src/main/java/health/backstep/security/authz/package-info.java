/**
 * Who may do what: {@code authz.csv} names what is allowed, all the rest is denied, and every cell
 * of actor, object and operation is asked of running services.
 */
package health.backstep.security.authz;
