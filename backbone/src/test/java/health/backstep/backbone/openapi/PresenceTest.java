package health.backstep.backbone.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createOpenAPI;
import static org.eclipse.microprofile.openapi.OASFactory.createOperation;
import static org.eclipse.microprofile.openapi.OASFactory.createPathItem;
import static org.eclipse.microprofile.openapi.OASFactory.createPaths;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PresenceTest {

  /** As a request or an answer. */
  record Sample(String name, @Nullable String note, List<@Nullable String> items, int count) {}

  @Test
  void anAnswerHasAllItsFieldsAndNullOnlyWhereTheRecordSaysSo() throws IOException {
    Schema sample = applied(false);

    assertThat(sample.getRequired()).containsExactlyInAnyOrder("name", "note", "items", "count");
    assertThat(type(sample, "name")).containsExactly(SchemaType.STRING);
    assertThat(type(sample, "note")).containsExactly(SchemaType.STRING, SchemaType.NULL);
    assertThat(sample.getAdditionalPropertiesSchema()).isNull();
  }

  @Test
  void aRequestMayLeaveOutWhatIsNotRequiredAndHasNoOtherFields() throws IOException {
    Schema sample = applied(true);

    assertThat(sample.getRequired()).containsExactly("name");
    assertThat(type(sample, "name")).containsExactly(SchemaType.STRING);
    assertThat(type(sample, "note")).containsExactly(SchemaType.STRING, SchemaType.NULL);
    assertThat(type(sample, "count")).containsExactly(SchemaType.INTEGER);
    assertThat(sample.getAdditionalPropertiesSchema().getBooleanSchema()).isFalse();
  }

  @Test
  void itemsThatMayBeNullSayIt() throws IOException {
    assertThat(applied(false).getProperties().get("items").getItems().getType())
        .containsExactly(SchemaType.STRING, SchemaType.NULL);
  }

  @Test
  void aReferenceOrNullIsAChoice() {
    Schema choice = Presence.orNull(createSchema().ref("#/components/schemas/Sample"));

    assertThat(choice.getOneOf()).hasSize(2);
    assertThat(choice.getOneOf().getLast().getType()).containsExactly(SchemaType.NULL);
  }

  private static List<SchemaType> type(Schema sample, String field) {
    return sample.getProperties().get(field).getType();
  }

  private static Schema applied(boolean request) throws IOException {
    Schema sample =
        of(SchemaType.OBJECT)
            .required(request ? List.of("name") : null)
            .addProperty("name", of(SchemaType.STRING))
            .addProperty("note", of(SchemaType.STRING))
            .addProperty("items", of(SchemaType.ARRAY).items(of(SchemaType.STRING)))
            .addProperty("count", of(SchemaType.INTEGER));
    var operation = createOperation().responses(createAPIResponses());
    if (request) {
      Schema reference = createSchema().ref("#/components/schemas/Sample");
      operation.requestBody(
          createRequestBody()
              .content(
                  createContent()
                      .addMediaType("application/json", createMediaType().schema(reference))));
    }
    OpenAPI api =
        createOpenAPI()
            .components(createComponents().addSchema("Sample", sample))
            .paths(createPaths().addPathItem("/v1/samples", createPathItem().POST(operation)));
    new Presence(new KnownTypes(Index.of(Sample.class))).apply(api);
    return Schemas.named(api).get("Sample");
  }

  private static Schema of(SchemaType type) {
    return createSchema().type(List.of(type));
  }
}
