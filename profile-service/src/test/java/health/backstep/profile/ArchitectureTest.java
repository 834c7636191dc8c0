package health.backstep.profile;

import health.backstep.backbone.testing.Architecture;

class ArchitectureTest extends Architecture {

  ArchitectureTest() {
    super("health.backstep.profile");
  }
}
