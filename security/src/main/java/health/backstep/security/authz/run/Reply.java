package health.backstep.security.authz.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;

/**
 * What came back.
 *
 * @param headers by name in lower case
 * @param body of an endless stream what came in a moment
 */
public record Reply(int status, Map<String, List<String>> headers, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public boolean isSuccess() {
    return status < 300;
  }

  /** A header's first value; empty when it is not there. */
  public String header(String name) {
    return headers.getOrDefault(name, List.of("")).getFirst();
  }

  /** The body, as far as it is JSON. */
  public JsonNode json() {
    try {
      return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** Everything in it that a caller could read. */
  public String all() {
    return headers + "\n" + body;
  }

  /** Status and code, for people. */
  public String inShort() {
    String code = json().path("code").asText();
    return code.isEmpty() ? Integer.toString(status) : status + " " + code;
  }
}
