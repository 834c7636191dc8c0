package health.backstep.stack.doctor.service;

import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Severity;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.doctor.key.CertificateTerm;
import java.util.List;

/** The certificate that an instance shows; none where it speaks without encryption. */
record CertificateOnTheWire(Instance instance, Setting setting) {

  List<Finding> of(ShownCertificates shown) {
    if (shown.chain().isEmpty()) {
      return List.of();
    }
    Finding term = new CertificateTerm(subject(), renewal(), setting).of(shown.chain());
    if (term.severity() == Severity.WRONG) {
      return List.of(term);
    }
    return List.of(
        shown
            .objection()
            .map(words -> subject().wrong("is not trusted: " + words, trustIt()))
            .orElse(term));
  }

  private Subject subject() {
    return new Subject(
        "certificate",
        instance.name(),
        "openssl s_client -connect %s </dev/null".formatted(instance.url().getAuthority()));
  }

  private String renewal() {
    return "renew the file that BACKSTEP_TLS_CERTIFICATE of %s names; within ten minutes it counts"
        .formatted(instance.name());
  }

  private String trustIt() {
    return "say --ca FILE with those who vouch for it, or have it made for this name: "
        + subject().more();
  }
}
