package health.backstep.stack.doctor.site;

import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.key.CertificateFilesCheck;
import health.backstep.stack.doctor.key.SuspendedCallersCheck;
import health.backstep.stack.doctor.key.TokenKeysCheck;
import health.backstep.stack.doctor.service.PublishedKeys;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keys and certificates that the containers are given. */
record ComposeKeys(Path repository, ComposeSettings settings, Setting setting) {

  private static final String AGAIN =
      "docker compose up -d --wait --force-recreate profile-service plan-service session-service";

  List<Check> checks() {
    Path state = repository.resolve(".backstep");
    return List.of(
        tokenKeys(),
        new SuspendedCallersCheck(state.resolve("operator/suspended-callers"), true),
        new CertificateFilesCheck(state.resolve("secrets"), setting));
  }

  private Check tokenKeys() {
    String location = settings.get("BACKSTEP_JWKS", "file:");
    if (!location.startsWith("file:")) {
      return new TokenKeysCheck(
          location,
          new PublishedKeys(URI.create(location), setting)::read,
          "look at the identity provider: curl -sS " + location);
    }
    Path file =
        repository
            .resolve(settings.get("BACKSTEP_JWKS_FILE", ".backstep/secrets/jwks.json"))
            .normalize();
    return new TokenKeysCheck(
        file.toString(), () -> Files.readString(file), "./backstep secrets && " + AGAIN);
  }
}
