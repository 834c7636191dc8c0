package health.backstep.stack.doctor.key;

import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The certificates among the PEM files of a folder.
 *
 * @param folder it may be missing
 */
public record CertificateFilesCheck(Path folder, Setting setting) implements Check {

  /** A file may hold a key as well. */
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

  @Override
  public Subject subject() {
    return new Subject("certificate", folder.toString(), "ls -l " + folder);
  }

  @Override
  public List<Finding> look() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Path file : files()) {
      findings.addAll(subject(file).guard(() -> finding(file).stream().toList()));
    }
    return findings.isEmpty() ? List.of(subject().ok("there are none in use")) : findings;
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pem")).sorted().toList();
    }
  }

  /** None for a file with a key alone. */
  private Optional<Finding> finding(Path file) throws IOException {
    List<String> pem =
        CERTIFICATE.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
    if (pem.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CertificateTerm(subject(file), renewal(file), setting).of(certificates(pem)));
    } catch (CertificateException e) {
      return Optional.of(
          subject(file).wrong("holds a certificate that cannot be read", renewal(file)));
    }
  }

  private static List<X509Certificate> certificates(List<String> pem) throws CertificateException {
    byte[] text = String.join("\n", pem).getBytes(StandardCharsets.UTF_8);
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(text))
        .stream()
        .map(X509Certificate.class::cast)
        .toList();
  }

  private static Subject subject(Path file) {
    return new Subject(
        "certificate", file.getFileName().toString(), "openssl x509 -noout -dates -in " + file);
  }

  /** Keycloak's is our own, which we make where it is missing. */
  private static String renewal(Path file) {
    if (!file.endsWith("keycloak.pem")) {
      return "put a renewed one in its place: " + file;
    }
    return "rm %s %s && ./backstep secrets && docker compose --env-file .env --env-file deploy/auth.env up -d --wait --force-recreate"
        .formatted(file, file.resolveSibling("keycloak-key.pem"));
  }
}
