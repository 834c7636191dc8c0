package health.backstep.backbone.testing.canary.edge;

/** An edge that the domain must not know. */
public record Perch(long id) {}
