package health.backstep.security.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request while it is being made worse. What is taken from it goes out as it stands. */
final class Draft {

  private static final ObjectMapper JSON = new ObjectMapper();

  final Described described;
  final Values values;
  final List<String> query = new ArrayList<>();
  final List<Header> headers = new ArrayList<>();
  String method;
  String path;
  String version = "HTTP/1.1";
  byte[] body = new byte[0];
  boolean chunked;

  /** Whether method and path are still those of the operation. */
  boolean samePlace = true;

  /** The whole message, where it is none that HTTP knows. */
  byte @Nullable [] broken;

  private @Nullable JsonNode tree;

  /**
   * @param target path and query, as they are valid
   * @param body JSON; empty for none
   */
  Draft(Described described, Values values, String method, String target, String body) {
    this.described = described;
    this.values = values;
    this.method = method;
    int mark = target.indexOf('?');
    this.path = mark < 0 ? target : target.substring(0, mark);
    if (mark >= 0) {
      query.addAll(Arrays.asList(target.substring(mark + 1).split("&")));
    }
    if (!body.isEmpty()) {
      putTree(read(body));
    }
  }

  /** The body as JSON, as long as it is that. */
  @Nullable JsonNode tree() {
    return tree;
  }

  /** Another body; a tree that was changed in its midst is put back in the same way. */
  void putTree(JsonNode changed) {
    this.tree = changed;
    this.body = write(changed);
  }

  /** Bytes in the place of the body, which from now on is no JSON to be changed. */
  void putBytes(byte[] changed) {
    this.tree = null;
    this.body = changed;
  }

  void putHeader(String name, String value) {
    removeHeader(name);
    headers.add(new Header(name, value));
  }

  void removeHeader(String name) {
    headers.removeIf(header -> header.isNamed(name));
  }

  String target() {
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  static byte[] write(JsonNode tree) {
    try {
      return JSON.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a made-up body cannot be written", e);
    }
  }

  static String text(JsonNode tree) {
    return new String(write(tree), StandardCharsets.UTF_8);
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a valid body is no JSON", e);
    }
  }
}
