/**
 * Records that no service of ours sends, made from the examples of the event contract: by seed and
 * number, so that each of them can be made again.
 */
package health.backstep.security.fuzz.events;
