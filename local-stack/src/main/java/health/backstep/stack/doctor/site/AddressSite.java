package health.backstep.stack.doctor.site;

import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.machine.JdkCheck;
import health.backstep.stack.doctor.service.Instance;
import health.backstep.stack.doctor.service.InstanceCheck;
import health.backstep.stack.doctor.service.JdksCheck;
import health.backstep.stack.doctor.service.Trust;
import java.util.ArrayList;
import java.util.List;

/** Services of which no more is known than their addresses. */
public record AddressSite(List<Instance> instances, Trust trust, Setting setting) implements Site {

  @Override
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(JdkCheck.ofThisJvm());
    instances.forEach(instance -> checks.add(new InstanceCheck(instance, trust, true, setting)));
    checks.add(new JdksCheck(instances, trust, setting));
    return checks;
  }
}
