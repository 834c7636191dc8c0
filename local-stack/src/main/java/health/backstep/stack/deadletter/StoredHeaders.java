package health.backstep.stack.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** A record's headers as a row keeps them: a JSON object of texts. */
final class StoredHeaders {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StoredHeaders() {}

  /** By name, in alphabetical order. */
  static Map<String, String> read(String json) {
    try {
      Map<String, String> headers = new TreeMap<>();
      JSON.readTree(json)
          .properties()
          .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
      return headers;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database gave a jsonb value that is not JSON", e);
    }
  }
}
