package health.backstep.backbone.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a running service tells about its own API, to callers and to people. */
public final class ServedDocument {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern LOADED = Pattern.compile("(?:src|href)\\s*=\\s*[\"']([^\"']+)[\"']");

  private ServedDocument() {}

  /** The served OpenAPI document is the committed one, by which clients are generated. */
  public static void isTheCommittedOne(String service) {
    String served = given().get("/q/openapi").then().statusCode(200).extract().asString();
    Path committed = Path.of("..", "contracts", "openapi", service + ".yaml");
    assertThat(parsed(served))
        .as("the API has changed; look at the difference after ./backstep docs")
        .isEqualTo(parsed(read(committed)));
  }

  /** The reference page loads nothing from elsewhere. */
  public static void referenceWorksOffline() {
    String page = given().get("/q/reference/").then().statusCode(200).extract().asString();
    List<String> loaded =
        LOADED.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
    assertThat(loaded)
        .isNotEmpty()
        .allSatisfy(address -> assertThat(address).doesNotStartWith("http").doesNotStartWith("//"));
    loaded.stream()
        .filter(address -> address.endsWith(".js") || address.endsWith(".css"))
        .forEach(address -> given().get("/q/reference/" + address).then().statusCode(200));
  }

  private static JsonNode parsed(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
