/**
 * Whose tokens count: the keys that the identity provider publishes now, and clocks that are nearly
 * right.
 */
package health.backstep.backbone.token;
