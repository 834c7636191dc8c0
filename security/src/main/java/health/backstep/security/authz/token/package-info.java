/** Tokens as rightful clients, careless ones and attackers make them. */
package health.backstep.security.authz.token;
