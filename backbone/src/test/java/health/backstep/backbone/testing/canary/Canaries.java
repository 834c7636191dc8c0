package health.backstep.backbone.testing.canary;

/** Classes that break each rule of the architecture, so that a rule which cannot fail is found. */
public final class Canaries {

  private Canaries() {}
}
