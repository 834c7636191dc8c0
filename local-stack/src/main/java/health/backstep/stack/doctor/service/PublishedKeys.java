package health.backstep.stack.doctor.service;

import health.backstep.stack.doctor.Setting;
import java.io.IOException;
import java.net.URI;

/** The keys that an identity provider publishes. */
public record PublishedKeys(URI address, Setting setting) {

  /**
   * The text of the JWK set.
   *
   * @throws IOException also when the provider answers with something else
   */
  public String read() throws IOException, InterruptedException {
    ShownCertificates certificates = new ShownCertificates(Trust.ofJava().judge());
    try (Visit visit = new Visit(certificates, setting.clock())) {
      Answer answer = visit.get(address);
      if (answer.status() != Answer.OK) {
        throw new IOException("the identity provider answers " + answer.status());
      }
      return answer.body();
    }
  }
}
