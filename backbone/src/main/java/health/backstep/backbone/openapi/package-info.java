/**
 * The OpenAPI documents of the services: what they have in common is written here once, so that
 * resources say only what is their own. Runs while a service is built, never while it serves.
 */
package health.backstep.backbone.openapi;
