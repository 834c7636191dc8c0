package health.backstep.stack.doctor.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for a server of this machine that vouches for itself, made by the JDK's keytool.
 *
 * @param store with its key
 * @param pem the certificate alone
 */
public record TestCertificate(Path store, Path pem) {

  private static final String SECRET = "only-a-test";

  /** One that begins so many days from now and counts for so many. */
  public static TestCertificate in(Path folder, String name, int fromDay, int days)
      throws IOException, InterruptedException {
    TestCertificate made =
        new TestCertificate(folder.resolve(name + ".p12"), folder.resolve(name + ".pem"));
    made.keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-ext",
        "SAN=ip:127.0.0.1",
        "-startdate",
        "%+dd".formatted(fromDay),
        "-validity",
        Integer.toString(days));
    made.keytool("-exportcert", "-rfc", "-file", made.pem().toString());
    return made;
  }

  /** What the server proves itself with. */
  public SSLContext server() throws IOException, GeneralSecurityException {
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      own.load(in, SECRET.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(own, SECRET.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private void keytool(String... options) throws IOException, InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(List.of(options));
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", SECRET, "-alias", "server"));
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException("keytool did not " + options[0]);
    }
  }
}
