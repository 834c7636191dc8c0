/**
 * Requests that no honest client sends, made from the OpenAPI documents: by seed and number, so
 * that each of them can be made again.
 */
package health.backstep.security.fuzz;
