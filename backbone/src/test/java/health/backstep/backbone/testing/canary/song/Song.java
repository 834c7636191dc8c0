package health.backstep.backbone.testing.canary.song;

import health.backstep.backbone.testing.canary.seed.Seed;

/** Half of a circle. */
public record Song(Seed seed) {}
