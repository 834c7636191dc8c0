/**
 * The OpenAPI documents: what they have to say, and that they break no promise of a released one.
 */
package health.backstep.contracts.openapi;
