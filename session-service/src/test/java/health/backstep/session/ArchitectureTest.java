package health.backstep.session;

import health.backstep.backbone.testing.Architecture;

class ArchitectureTest extends Architecture {

  ArchitectureTest() {
    super("health.backstep.session");
  }
}
