package health.backstep.backbone.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Title, server, tags, how to authenticate, and the headers that calls share. */
final class Head {

  private static final Map<String, String> REQUEST_HEADERS =
      Map.of("IdempotencyKey", "Idempotency-Key", "IfMatch", "If-Match");

  private Head() {}

  static void apply(OpenAPI api, JsonNode shared, JsonNode service) {
    api.setInfo(
        OASFactory.createInfo()
            .title(service.path("title").asText())
            .version(shared.path("version").asText())
            .description(
                service.path("description").asText() + "\n" + shared.path("description").asText()));
    api.setServers(
        List.of(
            OASFactory.createServer()
                .url(service.path("server").asText())
                .description("The local stack")
                .extensions(Map.of("x-internal", false))));
    List<Tag> tags = new ArrayList<>();
    service.path("tags").properties().forEach(tag -> tags.add(tag(tag.getKey(), tag.getValue())));
    api.setTags(tags);
    api.getComponents()
        .setSecuritySchemes(
            Map.of(
                "token",
                OASFactory.createSecurityScheme()
                    .type(SecurityScheme.Type.HTTP)
                    .scheme("bearer")
                    .bearerFormat("JWT")
                    .description(shared.path("token").asText())));
    shared
        .path("headers")
        .properties()
        .forEach(
            header -> api.getComponents().addHeader(header.getKey(), header(header.getValue())));
    REQUEST_HEADERS.forEach(
        (name, header) ->
            api.getComponents()
                .addParameter(name, parameter(header, shared.path("parameters").path(header))));
  }

  private static Tag tag(String name, JsonNode words) {
    return OASFactory.createTag().name(name).description(words.asText());
  }

  private static Header header(JsonNode words) {
    return OASFactory.createHeader()
        .description(words.path("description").asText())
        .schema(schema(words))
        .example(Examples.plain(words.path("example")));
  }

  private static Parameter parameter(String name, JsonNode words) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(words.path("description").asText())
        .schema(schema(words))
        .example(Examples.plain(words.path("example")));
  }

  private static Schema schema(JsonNode words) {
    return words.path("example").isInt()
        ? OASFactory.createSchema()
            .type(List.of(SchemaType.INTEGER))
            .format("int32")
            .minimum(java.math.BigDecimal.ZERO)
        : OASFactory.createSchema()
            .type(List.of(SchemaType.STRING))
            .maxLength(words.path("maxLength").asInt(255));
  }
}
