package health.backstep.backbone.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createExample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * What a problem with each code looks like, as the services say it; every code stands once in the
 * document, and the answers refer to it.
 *
 * @param written by code, or by code and status where two statuses have the code
 */
record ErrorExamples(JsonNode written) {

  private static final String REFERENCE = "#/components/examples/";
  private static final String REFUSED = "The request can be read but not accepted.";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  static ErrorExamples known() {
    return new ErrorExamples(Resources.get("error-examples.yaml"));
  }

  /** A code that has no example gets none here, and the documents' check sees it. */
  void add(OpenAPI api, MediaType media, int status, List<String> codes) {
    for (String code : codes) {
      String name = name(code, status);
      if (written.has(name)) {
        media.addExample(code, createExample().ref(REFERENCE + name));
        put(api, name, problem(code, status, written.get(name)));
      }
    }
  }

  private String name(String code, int status) {
    String rarer = code + "." + status;
    return written.has(rarer) ? rarer : code;
  }

  private static ObjectNode problem(String code, int status, JsonNode words) {
    String shown = words.path("code").asText(code);
    ObjectNode problem = JsonNodeFactory.instance.objectNode();
    problem.put("type", "urn:backstep:problem:" + shown.toLowerCase(Locale.ROOT).replace('_', '-'));
    problem.put("title", HttpResponseStatus.valueOf(status).reasonPhrase());
    problem.put("status", status);
    problem.put("detail", words.path("detail").asText(REFUSED));
    if (words.has("instance")) {
      problem.set("instance", words.get("instance"));
    }
    problem.put("code", shown);
    if (words.has("errors")) {
      problem.set("errors", words.get("errors"));
    }
    return problem.put("traceId", TRACE);
  }

  private static void put(OpenAPI api, String name, ObjectNode problem) {
    Map<String, Example> all = new TreeMap<>();
    if (api.getComponents().getExamples() != null) {
      all.putAll(api.getComponents().getExamples());
    }
    all.put(name, createExample().value(Examples.plain(problem)));
    api.getComponents().setExamples(all);
  }
}
