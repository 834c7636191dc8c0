/**
 * What a run left behind, read once: databases, topics, what the clients were told. Plain data, so
 * that a checker can be shown evidence that was made up.
 */
package health.backstep.faults.check.evidence;
