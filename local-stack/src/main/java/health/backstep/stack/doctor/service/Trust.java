package health.backstep.stack.doctor.service;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whose certificates count.
 *
 * @param judge who decides
 */
public record Trust(X509ExtendedTrustManager judge) {

  /** Those that Java trusts. */
  public static Trust ofJava() {
    try {
      return of((KeyStore) null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK trusts somebody", e);
    }
  }

  /**
   * Those alone for whom somebody in a PEM file vouches.
   *
   * @throws StackFailure when it holds no certificates
   */
  public static Trust of(Path pem) {
    try (InputStream text = Files.newInputStream(pem)) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (Certificate ca : CertificateFactory.getInstance("X.509").generateCertificates(text)) {
        trusted.setCertificateEntry(Integer.toString(trusted.size()), ca);
      }
      return of(trusted);
    } catch (IOException | GeneralSecurityException e) {
      throw new StackFailure(
          "%s holds no certificates that can be read (%s).".formatted(pem, e.getMessage()), e);
    }
  }

  private static Trust of(KeyStore trusted) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .map(Trust::new)
        .orElseThrow(() -> new GeneralSecurityException("Java judges no certificates"));
  }
}
