/** Asks running services every cell, with both walls between tenants or with one of them alone. */
package health.backstep.security.authz.run;
