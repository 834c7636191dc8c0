package health.backstep.stack.secret;

import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** Reads the key that tokens are signed with. */
final class SigningKey {

  private SigningKey() {}

  static RsaJsonWebKey parse(String json) {
    try {
      return new RsaJsonWebKey(JsonUtil.parseJson(json));
    } catch (JoseException e) {
      throw new IllegalStateException(
          "the signing key of the data folder is broken; ./backstep up --fresh makes a new one", e);
    }
  }
}
