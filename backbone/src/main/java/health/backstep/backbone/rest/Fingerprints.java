package health.backstep.backbone.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells a repeated request from another one. The same request has the same fingerprint in every
 * process: what has no order, such as a set or the fields of an object, is put in one.
 */
@ApplicationScoped
public class Fingerprints {

  private final ObjectMapper ordered;

  Fingerprints(ObjectMapper json) {
    this.ordered =
        json.copy()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .configure(JsonNodeFeature.WRITE_PROPERTIES_SORTED, true)
            .registerModule(new SimpleModule().addSerializer(new InOrder()));
  }

  /**
   * The fingerprint of a request.
   *
   * @param operation method and path
   * @param body as it was read
   * @return 32 bytes
   */
  public byte[] of(String operation, Object body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(operation.getBytes(StandardCharsets.UTF_8));
      return digest.digest(ordered.writeValueAsBytes(body));
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException("the request could not be fingerprinted", e);
    }
  }

  private static final class InOrder extends StdSerializer<Set<?>> {

    InOrder() {
      super(Set.class, false);
    }

    @Override
    public void serialize(Set<?> elements, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      ObjectMapper mapper = (ObjectMapper) out.getCodec();
      Set<String> inOrder = new TreeSet<>();
      for (Object element : elements) {
        inOrder.add(mapper.writeValueAsString(element));
      }
      out.writeStartArray();
      for (String element : inOrder) {
        out.writeString(element);
      }
      out.writeEndArray();
    }
  }
}
