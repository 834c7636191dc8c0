/** The services' audit logs as an operator sees them: the chains of all tenants. */
package health.backstep.stack.audit;
