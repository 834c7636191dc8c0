package health.backstep.wire.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ids of what a call was about. They stand beside the line and not in it: when the patient is
 * erased, ids and salt go, and the chain stays whole, because it covers the digest alone. Without
 * the salt nobody can try ids against the digest.
 *
 * @param patientId null when the call was about no patient of the tenant
 * @param objectId null when there is no such id
 * @param salt 32 random hexadecimal digits
 */
public record ObjectIds(@Nullable UUID patientId, @Nullable String objectId, String salt) {

  /**
   * SHA-256 of salt, patient and object, one a line, in hexadecimal digits; U+0000 for what is
   * null.
   */
  public String digest() {
    return Hashes.of(String.join("\n", salt, Hashes.text(patientId), Hashes.text(objectId)));
  }
}
