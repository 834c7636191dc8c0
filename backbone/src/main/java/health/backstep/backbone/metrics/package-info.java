/** What is measured of every call. */
package health.backstep.backbone.metrics;
