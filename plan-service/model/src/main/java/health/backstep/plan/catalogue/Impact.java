package health.backstep.plan.catalogue;

/** How hard the ground pushes back. */
public enum Impact {
  NONE,
  LOW,
  HIGH
}
