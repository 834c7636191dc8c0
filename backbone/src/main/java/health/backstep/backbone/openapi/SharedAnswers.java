package health.backstep.backbone.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Gives every call its errors, each with its codes and the schema of a problem, and the headers
 * that go with it. A resource names only the codes of its own, in the description of the status.
 */
record SharedAnswers(Codes codes, ErrorExamples examples, Set<String> versioned) {

  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final int FIRST_ERROR = 400;
  private static final String PROBLEM = "application/problem+json";

  void apply(OpenAPI api) {
    ProblemSchema.addTo(api);
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations().forEach((method, call) -> complete(api, path, method, call)));
  }

  private void complete(OpenAPI api, String path, HttpMethod method, Operation call) {
    SortedMap<Integer, List<String>> common = CommonCodes.of(path, method, call);
    SortedMap<Integer, APIResponse> answers = new TreeMap<>();
    call.getResponses()
        .getAPIResponses()
        .forEach((status, answer) -> answers.put(Integer.valueOf(status), answer));
    Map<Integer, List<String>> own = new LinkedHashMap<>();
    answers.headMap(FIRST_ERROR).forEach((status, answer) -> headers(call, status, answer));
    answers
        .tailMap(FIRST_ERROR)
        .forEach((status, answer) -> own.put(status, codes.in(answer.getDescription())));
    Stream.concat(common.keySet().stream(), own.keySet().stream())
        .distinct()
        .forEach(
            status ->
                answers.put(
                    status,
                    answer(
                        api,
                        status,
                        own.getOrDefault(status, List.of()),
                        common.getOrDefault(status, List.of()))));
    APIResponses all = createAPIResponses();
    answers.forEach((status, answer) -> all.addAPIResponse(status.toString(), answer));
    call.setResponses(all);
    requestHeaders(method, call);
  }

  private APIResponse answer(OpenAPI api, int status, List<String> own, List<String> common) {
    String shared = CommonCodes.SAID_ONCE.get(status);
    if (shared == null || !common.containsAll(own)) {
      return problem(api, status, CommonCodes.both(own, common));
    }
    api.getComponents().addResponse(shared, problem(api, status, common));
    return createAPIResponse().ref("#/components/responses/" + shared);
  }

  private APIResponse problem(OpenAPI api, int status, List<String> answered) {
    MediaType media = createMediaType().schema(createSchema().ref(Schemas.REFERENCE + "Problem"));
    examples.add(api, media, status, answered);
    APIResponse problem =
        createAPIResponse()
            .description(
                HttpResponseStatus.valueOf(status).reasonPhrase()
                    + "\n\n"
                    + codes.explained(answered))
            .content(createContent().addMediaType(PROBLEM, media));
    limits(problem);
    switch (status) {
      case 401 -> header(problem, "WWW-Authenticate");
      case 429, 503 -> header(problem, "Retry-After");
      default -> {}
    }
    return problem;
  }

  private void headers(Operation call, int status, APIResponse answer) {
    limits(answer);
    if (status == CREATED) {
      header(answer, "Location");
    }
    if (status != ACCEPTED && versioned.contains(call.getOperationId())) {
      header(answer, "ETag");
    }
  }

  private static void limits(APIResponse answer) {
    header(answer, "RateLimit");
    header(answer, "RateLimit-Policy");
  }

  private static void header(APIResponse answer, String name) {
    answer.addHeader(name, createHeader().ref("#/components/headers/" + name));
  }

  private static void requestHeaders(HttpMethod method, Operation call) {
    if (CommonCodes.takesKey(method, call)) {
      call.addParameter(createParameter().ref("#/components/parameters/IdempotencyKey"));
    }
    if (method == HttpMethod.PUT) {
      call.addParameter(createParameter().ref("#/components/parameters/IfMatch"));
    }
  }
}
