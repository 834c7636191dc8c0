package health.backstep.backbone.load;

/**
 * How a caller stands after a call.
 *
 * @param allowed whether the call was within the quota
 * @param field the standing as a member of {@code RateLimit}: calls left, and seconds until all are
 *     there again
 * @param retryAfter seconds until the next call is within the quota; of use for a refused one only
 */
record Standing(boolean allowed, String field, long retryAfter) {}
