package health.backstep.backbone.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createOpenAPI;
import static org.eclipse.microprofile.openapi.OASFactory.createOperation;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createPathItem;
import static org.eclipse.microprofile.openapi.OASFactory.createPaths;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.Test;

class SharedAnswersTest {

  private static final Codes CODES =
      new Codes(Map.of("NAME_TAKEN", "Choose another name.", "STALE", "Read it again."));

  private static final ErrorExamples EXAMPLES =
      new ErrorExamples(
          JsonNodeFactory.instance
              .objectNode()
              .<ObjectNode>set("NAME_TAKEN", words("Another thing has this name."))
              .set("NAME_TAKEN.422", words("The name is yours already.")));

  @Test
  void whatMakesSomethingNewTakesAKeyAndCanBeRefusedForItsBody() {
    Operation call =
        completed(HttpMethod.POST, "/v1/things", answering("201").requestBody(createRequestBody()));

    assertThat(call.getResponses().getAPIResponses())
        .containsOnlyKeys("201", "400", "401", "403", "413", "415", "422", "429", "500", "503");
    assertThat(call.getParameters())
        .extracting(Parameter::getRef)
        .containsExactly("#/components/parameters/IdempotencyKey");
    assertThat(answer(call, "422")).contains("INVALID_REQUEST", "IDEMPOTENCY_KEY_REUSED");
    assertThat(call.getResponses().getAPIResponse("201").getHeaders())
        .containsKeys("Location", "RateLimit")
        .doesNotContainKey("ETag");
  }

  @Test
  void aChangeNeedsIfMatchAndItsAnswerIsVersioned() {
    Operation call =
        completed(
            HttpMethod.PUT,
            "/v1/patients/{patientId}",
            answering("200").operationId("changePatient").requestBody(createRequestBody()));

    assertThat(call.getResponses().getAPIResponses()).containsKeys("404", "412", "428");
    assertThat(call.getParameters())
        .extracting(Parameter::getRef)
        .containsExactly("#/components/parameters/IfMatch");
    assertThat(call.getResponses().getAPIResponse("200").getHeaders()).containsKey("ETag");
  }

  @Test
  void aReadHasNoErrorsOfBodies() {
    Operation call = completed(HttpMethod.GET, "/v1/things", answering("200"));

    assertThat(call.getResponses().getAPIResponses())
        .containsOnlyKeys("200", "401", "403", "429", "500", "503");
    assertThat(call.getParameters()).isNullOrEmpty();
  }

  @Test
  void whatAnInstanceUnderLoadAnswersIsSaidForEveryCall() {
    OpenAPI api = document(HttpMethod.GET, "/v1/things", answering("200"));

    Map<String, APIResponse> shared = api.getComponents().getResponses();
    assertThat(shared.get("TooManyRequests").getDescription())
        .contains("RATE_LIMITED", "TOO_MANY_WAITING");
    assertThat(shared.get("Unavailable").getDescription())
        .contains("TEMPORARILY_UNAVAILABLE", "OVERLOADED");
  }

  @Test
  void aListCanBeRefusedForItsLimitAndCursor() {
    Operation list =
        answering("200")
            .addParameter(createParameter().name("limit"))
            .addParameter(createParameter().name("cursor"));

    assertThat(answer(completed(HttpMethod.GET, "/v1/things", list), "400"))
        .contains("LIMIT_OUT_OF_RANGE", "CURSOR_UNKNOWN");
  }

  @Test
  void aParameterThatIsANumberOrAWaitCanBeMistyped() {
    Operation number =
        answering("200")
            .addParameter(
                createParameter()
                    .name("days")
                    .schema(createSchema().type(List.of(SchemaType.INTEGER))));
    Operation wait = answering("200").addParameter(createParameter().name("wait"));

    assertThat(answer(completed(HttpMethod.GET, "/v1/things", number), "400"))
        .contains("BAD_REQUEST");
    assertThat(answer(completed(HttpMethod.GET, "/v1/things", wait), "400"))
        .contains("WAIT_MALFORMED");
  }

  @Test
  void theCodesOfItsOwnComeFirstAndAreExplained() {
    Operation own = answering("201").requestBody(createRequestBody());
    own.getResponses().addAPIResponse("409", createAPIResponse().description("NAME_TAKEN"));
    own.getResponses().addAPIResponse("422", createAPIResponse().description("NAME_TAKEN, or not"));

    Operation call = completed(HttpMethod.POST, "/v1/things", own);

    assertThat(answer(call, "409")).isEqualTo("Conflict\n\n- `NAME_TAKEN`: Choose another name.");
    assertThat(answer(call, "422")).startsWith("Unprocessable Entity\n\n- `NAME_TAKEN`");
  }

  @Test
  void eachCodeHasItsExampleOnceAndASecondOneWhereItComesWithAnotherStatus() {
    Operation own = answering("201");
    own.getResponses().addAPIResponse("409", createAPIResponse().description("NAME_TAKEN"));
    own.getResponses().addAPIResponse("422", createAPIResponse().description("NAME_TAKEN"));

    OpenAPI api = document(HttpMethod.POST, "/v1/things", own);

    assertThat(api.getComponents().getExamples()).containsOnlyKeys("NAME_TAKEN", "NAME_TAKEN.422");
    assertThat(api.getComponents().getExamples().get("NAME_TAKEN").getValue())
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("status", 409)
        .containsEntry("code", "NAME_TAKEN")
        .containsEntry("detail", "Another thing has this name.");
    assertThat(examples(own, "422"))
        .containsOnlyKeys("NAME_TAKEN")
        .extractingByKey("NAME_TAKEN")
        .extracting(Example::getRef)
        .isEqualTo("#/components/examples/NAME_TAKEN.422");
  }

  private static ObjectNode words(String detail) {
    return JsonNodeFactory.instance.objectNode().put("detail", detail);
  }

  private static Map<String, Example> examples(Operation call, String status) {
    return call.getResponses()
        .getAPIResponse(status)
        .getContent()
        .getMediaType("application/problem+json")
        .getExamples();
  }

  private static Operation answering(String status) {
    APIResponse success = createAPIResponse().description("Done.");
    return createOperation()
        .operationId("callThing")
        .responses(createAPIResponses().addAPIResponse(status, success));
  }

  private static Operation completed(HttpMethod method, String path, Operation call) {
    document(method, path, call);
    return call;
  }

  private static OpenAPI document(HttpMethod method, String path, Operation call) {
    var item = createPathItem();
    item.setOperation(method, call);
    OpenAPI api =
        createOpenAPI().components(createComponents()).paths(createPaths().addPathItem(path, item));
    new SharedAnswers(CODES, EXAMPLES, Set.of("changePatient")).apply(api);
    return api;
  }

  private static String answer(Operation call, String status) {
    return call.getResponses().getAPIResponse(status).getDescription();
  }
}
