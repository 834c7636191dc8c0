package health.backstep.stack.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate that vouches for itself, for a server that those alone ask who were given it.
 *
 * @param certificate PEM
 * @param key PEM (PKCS #8)
 */
record OwnCertificate(String certificate, String key) {

  private static final String ALIAS = "server";
  private static final String VALID_DAYS = "3650";

  /** A new one for the host, made by the JDK's own tool. */
  static OwnCertificate of(String host) throws IOException {
    Path folder = Files.createTempDirectory("certificate");
    Path store = folder.resolve("store.p12");
    String password = Secrets.randomKey();
    try {
      run(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
              "-genkeypair",
              "-alias",
              ALIAS,
              "-keyalg",
              "RSA",
              "-keysize",
              "3072",
              "-dname",
              "CN=" + host,
              "-ext",
              "SAN=dns:" + host,
              "-validity",
              VALID_DAYS,
              "-storetype",
              "PKCS12",
              "-keystore",
              store.toString(),
              "-storepass:env",
              "STORE_PASSWORD"),
          password);
      return read(store, password.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK reads what its keytool wrote", e);
    } finally {
      Files.deleteIfExists(store);
      Files.delete(folder);
    }
  }

  private static void run(List<String> command, String password) throws IOException {
    ProcessBuilder keytool = new ProcessBuilder(command).redirectErrorStream(true);
    keytool.environment().put("STORE_PASSWORD", password);
    Process process = keytool.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool made no certificate: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a certificate was being made", e);
    }
  }

  private static OwnCertificate read(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(file)) {
      store.load(content, password);
    }
    return new OwnCertificate(
        pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()),
        pem("PRIVATE KEY", store.getKey(ALIAS, password).getEncoded()));
  }

  private static String pem(String label, byte[] content) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "OwnCertificate[]";
  }
}
