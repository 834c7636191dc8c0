/** Whether this instance lives, has started and can do its work. */
package health.backstep.backbone.health;
