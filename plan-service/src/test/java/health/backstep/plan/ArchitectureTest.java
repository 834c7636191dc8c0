package health.backstep.plan;

import health.backstep.backbone.testing.Architecture;

class ArchitectureTest extends Architecture {

  ArchitectureTest() {
    super("health.backstep.plan");
  }
}
