package health.backstep.stack.doctor.site;

import health.backstep.stack.compose.ContainerState;
import health.backstep.stack.compose.Docker;
import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.doctor.machine.DiskCheck;
import health.backstep.stack.doctor.machine.JdkCheck;
import health.backstep.stack.doctor.machine.MemoryCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The core of docker-compose.yml, as the engine on this machine runs it.
 *
 * @param port of the gateway
 */
public record ComposeSite(Path repository, String project, int port, Setting setting)
    implements Site {

  private static final String USED = "docker system df";

  @Override
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(JdkCheck.ofThisJvm());
    checks.add(new MemoryCheck(MemoryCheck.KERNEL, 0, setting.limits()));
    Subject containers = new Subject("container", "the container engine", "docker info");
    try {
      checks.add(new DiskCheck(Docker.folder(), USED, setting.limits()));
      List<ContainerState> there = ContainerState.of(project);
      checks.addAll(new ComposeParts(this, there).checks());
    } catch (RuntimeException e) {
      checks.add(new FailedCheck(containers, e));
    }
    Subject settings = new Subject("settings", ".env", "./backstep secrets");
    try {
      checks.addAll(new ComposeKeys(repository, ComposeSettings.in(repository), setting).checks());
    } catch (RuntimeException e) {
      checks.add(new FailedCheck(settings, e));
    }
    return checks;
  }
}
