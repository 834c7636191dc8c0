package health.backstep.system.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Counted for ten days, a month ago; made with the JDK's keytool. */
final class ExpiredCertificate {

  private static final String SECRET = "only-a-test";

  private ExpiredCertificate() {}

  static void into(Path file) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("certificate");
    Path store = folder.resolve("keys.p12");
    keytool(
        store,
        List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=own"),
        List.of("-startdate", "-40d", "-validity", "10"));
    keytool(store, List.of("-exportcert", "-rfc"), List.of("-file", file.toString()));
    Files.delete(store);
    Files.delete(folder);
  }

  private static void keytool(Path store, List<String> act, List<String> options)
      throws IOException, InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    ProcessBuilder keytool = new ProcessBuilder(tool.toString());
    keytool.command().addAll(act);
    keytool.command().addAll(options);
    keytool.command().addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    keytool.command().addAll(List.of("-storepass", SECRET, "-alias", "server"));
    if (keytool.inheritIO().start().waitFor() != 0) {
      throw new IOException("keytool did not " + act.getFirst());
    }
  }
}
