package health.backstep.backbone.testing.canary.wire;

import health.backstep.backbone.testing.canary.edge.Perch;

/** A message that cannot be read without a server. */
record Tweet(Perch from) {}
