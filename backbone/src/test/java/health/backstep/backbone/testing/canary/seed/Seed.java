package health.backstep.backbone.testing.canary.seed;

import health.backstep.backbone.testing.canary.song.Song;

/** Half of a circle. */
public record Seed(Song song) {}
