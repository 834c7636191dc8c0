package health.backstep.stack.doctor.site;

import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.key.CertificateFilesCheck;
import health.backstep.stack.doctor.key.SuspendedCallersCheck;
import health.backstep.stack.doctor.key.TokenKeysCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keys and certificates of a data folder.
 *
 * @param running whether a stack runs on it
 */
record LocalKeys(Path data, boolean running, Setting setting) {

  List<Check> checks() {
    Path secrets = data.resolve("secrets");
    Path keys = secrets.resolve("jwks.json");
    return List.of(
        new TokenKeysCheck(keys.toString(), () -> Files.readString(keys), makeAnew()),
        new SuspendedCallersCheck(secrets.resolve("suspended-callers"), false),
        new CertificateFilesCheck(secrets, setting));
  }

  /** A look at what runs publishes the signing key's public part again, and so does a start. */
  private String makeAnew() {
    return running ? setting.place().status() : setting.place().start();
  }
}
