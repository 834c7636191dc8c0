package health.backstep.profile.erasure.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Signs that a patient was erased: a compact JWS (RFC 7515), which anybody can check with the
 * public key long afterwards, without asking us.
 */
@ApplicationScoped
class Receipts {

  static final String TYPE = "erasure-receipt+json";

  /** What a receipt says. */
  record Receipt(
      UUID erasureId,
      String tenant,
      UUID patientId,
      Instant requestedAt,
      Instant completedAt,
      List<Part> parts) {

    record Part(String service, Instant erasedAt, long removedRows) {}
  }

  private final ReceiptKeys keys;
  private final ObjectMapper json;

  Receipts(ReceiptKeys keys, ObjectMapper json) {
    this.keys = keys;
    this.json = json;
  }

  /** The receipt of an erasure that every service has confirmed. */
  String sign(ErasureRow erasure, List<ErasurePartRow> parts) {
    Receipt receipt =
        new Receipt(
            erasure.id,
            TenantTransaction.current().name(),
            erasure.patientId,
            erasure.requestedAt,
            erasure.completedAt,
            parts.stream()
                .map(part -> new Receipt.Part(part.service, part.erasedAt, part.removedRows))
                .toList());
    try {
      RsaJsonWebKey key = keys.signing();
      JsonWebSignature signature = new JsonWebSignature();
      signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
      signature.setHeader("typ", TYPE);
      signature.setKeyIdHeaderValue(key.getKeyId());
      signature.setKey(key.getPrivateKey());
      signature.setPayload(json.writeValueAsString(receipt));
      return signature.getCompactSerialization();
    } catch (JoseException | JsonProcessingException e) {
      throw new IllegalStateException("a receipt could not be signed", e);
    }
  }
}
