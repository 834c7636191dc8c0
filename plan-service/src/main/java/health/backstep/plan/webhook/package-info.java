/**
 * Webhooks as the Standard Webhooks specification has them: how a message is signed, when a failed
 * one is tried again, and which targets are called at all.
 */
package health.backstep.plan.webhook;
