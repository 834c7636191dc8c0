package health.backstep.system.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** One who vouches for servers on this machine: made with the JDK's keytool, for a test. */
record Authority(Path folder) {

  private static final String SECRET = "only-a-test";
  private static final Base64.Encoder MIME = Base64.getMimeEncoder(64, new byte[] {'\n'});

  /**
   * What a server has: a certificate for 127.0.0.1 and its key.
   *
   * @param certificate PEM, with the authority's behind it
   * @param key PEM, PKCS #8
   * @param both PEM, the key first
   */
  record Identity(Path certificate, Path key, Path both) {}

  static Authority in(Path folder, String name) throws Exception {
    Authority made = new Authority(Files.createDirectories(folder.resolve(name)));
    made.keytool("ca", "-genkeypair", "-dname", "CN=" + name, "-ext", "bc:c=ca:true");
    Files.writeString(made.certificate(), made.pem("CERTIFICATE", made.certificate("ca")));
    return made;
  }

  /** The authority's own certificate, by which it is trusted. */
  Path certificate() {
    return folder.resolve("ca.pem");
  }

  Identity vouchesFor(String server) throws Exception {
    Path request = folder.resolve(server + ".csr");
    Path signed = folder.resolve(server + ".crt");
    keytool(server, "-genkeypair", "-dname", "CN=" + server);
    keytool(server, "-certreq", "-file", request.toString());
    keytool(
        "ca",
        "-gencert",
        "-rfc",
        "-infile",
        request.toString(),
        "-outfile",
        signed.toString(),
        "-ext",
        "san=ip:127.0.0.1,dns:localhost");
    Files.writeString(signed, Files.readString(signed) + Files.readString(certificate()));
    Path key = folder.resolve(server + ".key");
    Files.writeString(key, pem("PRIVATE KEY", key(server).getEncoded()));
    key.toFile().setReadable(false, false);
    key.toFile().setReadable(true, true);
    Path both = folder.resolve(server + ".pem");
    Files.writeString(both, Files.readString(key) + Files.readString(signed));
    return new Identity(signed, key, both);
  }

  /** For a client that trusts this authority and no other. */
  SSLContext trusted() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", store().getCertificate("ca"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** For a server of the JDK's that this authority vouches for. */
  SSLContext server(String name) throws Exception {
    Identity identity = vouchesFor(name);
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(name, key(name), SECRET.toCharArray(), chain(identity.certificate()));
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, SECRET.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static Certificate[] chain(Path pem) throws GeneralSecurityException, IOException {
    try (InputStream text = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(text)
          .toArray(Certificate[]::new);
    }
  }

  private Key key(String alias) throws GeneralSecurityException, IOException {
    return store().getKey(alias, SECRET.toCharArray());
  }

  private byte[] certificate(String alias) throws GeneralSecurityException, IOException {
    Certificate certificate = store().getCertificate(alias);
    return certificate.getEncoded();
  }

  private KeyStore store() throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(storeFile().toFile(), SECRET.toCharArray());
  }

  private Path storeFile() {
    return folder.resolve("keys.p12");
  }

  private String pem(String what, byte[] content) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, MIME.encodeToString(content), what);
  }

  private void keytool(String alias, String act, String... options) throws Exception {
    Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command = new ArrayList<>(List.of(program.toString(), act, "-alias", alias));
    command.addAll(List.of("-keystore", storeFile().toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", SECRET));
    if (act.equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048", "-validity", "30"));
    }
    command.addAll(List.of(options));
    Path said = folder.resolve("keytool.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(said.toFile()))
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool " + act + ": " + Files.readString(said));
    }
  }
}
