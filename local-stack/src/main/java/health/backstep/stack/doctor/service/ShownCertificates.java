package health.backstep.stack.doctor.service;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Lets any server in, and remembers what it has shown and what is to be said against it. */
final class ShownCertificates extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager judge;
  private volatile List<X509Certificate> chain = List.of();
  private volatile Optional<String> objection = Optional.empty();

  ShownCertificates(X509ExtendedTrustManager judge) {
    this.judge = judge;
  }

  /** The server's own first; none when nothing was encrypted. */
  List<X509Certificate> chain() {
    return chain;
  }

  /** Why a client would turn away. */
  Optional<String> objection() {
    return objection;
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }

  /** With the engine the judge sees the host's name as well. */
  @Override
  public void checkServerTrusted(X509Certificate[] shown, String type, SSLEngine engine) {
    chain = List.of(shown);
    try {
      judge.checkServerTrusted(shown, type, engine);
    } catch (CertificateException e) {
      objection = Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String type, Socket socket)
      throws CertificateException {
    judge.checkServerTrusted(shown, type, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String type) throws CertificateException {
    judge.checkServerTrusted(shown, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String type, SSLEngine engine)
      throws CertificateException {
    judge.checkClientTrusted(shown, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String type, Socket socket)
      throws CertificateException {
    judge.checkClientTrusted(shown, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String type) throws CertificateException {
    judge.checkClientTrusted(shown, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }
}
