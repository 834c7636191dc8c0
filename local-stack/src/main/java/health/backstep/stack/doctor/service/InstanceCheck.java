package health.backstep.stack.doctor.service;

import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Failures;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What an instance tells over HTTP: whether it is ready, its clock and its certificate; and, where
 * neither database nor broker can be asked, also how events flow.
 *
 * @param alone whether nothing but the instance can be asked
 */
public record InstanceCheck(Instance instance, Trust trust, boolean alone, Setting setting)
    implements Check {

  @Override
  public Subject subject() {
    return new Subject("health", instance.name(), "curl -s " + readiness());
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    ShownCertificates certificates = new ShownCertificates(trust.judge());
    List<Finding> findings = new ArrayList<>();
    try (Visit visit = new Visit(certificates, setting.clock())) {
      Answer ready = visit.get(readiness());
      findings.addAll(new Readiness(subject(), setting.place()).of(ready));
      findings.addAll(subject().guard(() -> told(visit)));
    } catch (IOException e) {
      findings.add(silence(e));
    }
    findings.addAll(new CertificateOnTheWire(instance, setting).of(certificates));
    return findings;
  }

  private Finding silence(IOException failure) {
    return subject()
        .wrong(
            "does not answer at %s (%s)".formatted(instance.url(), Failures.words(failure)),
            setting.place().logs(instance.name()));
  }

  private List<Finding> told(Visit visit) throws IOException, InterruptedException {
    Answer answer = visit.get(instance.url().resolve("/q/metrics"));
    if (answer.status() != Answer.OK) {
      return List.of();
    }
    Metrics metrics = Metrics.parse(answer.body());
    List<Finding> findings = new ArrayList<>();
    findings.addAll(new ServiceClock(instance, setting).of(answer, metrics));
    if (alone) {
      findings.addAll(new EventFlow(instance, setting).of(metrics));
    }
    return findings;
  }

  private URI readiness() {
    return instance.url().resolve("/q/health/ready");
  }
}
