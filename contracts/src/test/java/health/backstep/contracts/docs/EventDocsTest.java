package health.backstep.contracts.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.contracts.AsyncApi;
import health.backstep.contracts.EventSchemas;
import health.backstep.contracts.SchemaFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** The page says what the contract says. */
class EventDocsTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Map<String, String> FILES = EventDocs.files();
  private static final String PAGE = FILES.get("events.md");

  static java.util.Set<String> types() {
    return EventSchemas.types();
  }

  /** With -Dbackstep.write-docs=true it writes the files before it looks at them. */
  @Test
  void the_files_in_the_repository_are_in_step() throws IOException {
    if (Boolean.getBoolean("backstep.write-docs")) {
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        Files.createDirectories(DOCS.resolve(file.getKey()).getParent());
        Files.writeString(DOCS.resolve(file.getKey()), file.getValue());
      }
    }

    assertThat(FILES)
        .allSatisfy(
            (name, text) ->
                assertThat(DOCS.resolve(name))
                    .as("docs/%s; rewrite it with ./backstep docs", name)
                    .exists()
                    .content()
                    .isEqualTo(text));
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_event_has_its_chapter_with_every_field_and_a_whole_record(String type) {
    String chapter = PAGE.split(Pattern.quote("### " + type + "\n"), 2)[1].split("\n### ", 2)[0];

    assertThat(chapter).contains("Sent by ", "A whole record", "ce_type: " + type);
    SchemaFile.inlined(SchemaFile.CURRENT, type)
        .path("properties")
        .fieldNames()
        .forEachRemaining(
            field -> assertThat(chapter).contains("| `" + field + "` |", "\"" + field + "\" :"));
  }

  @Test
  void every_topic_and_every_header_is_told() {
    AsyncApi contract = AsyncApi.fromContract();

    assertThat(contract.addresses()).allMatch(topic -> PAGE.contains("| `" + topic + "` |"));
    JsonNode schemas = contract.document().at("/components/schemas");
    assertThat(
            java.util.stream.Stream.of("eventHeaders", "deadLetterHeaders")
                .flatMap(name -> schemas.at("/" + name + "/properties").properties().stream()))
        .hasSizeGreaterThan(10)
        .allMatch(header -> PAGE.contains("| `" + header.getKey() + "` |"));
  }

  @Test
  void every_link_leads_to_a_chapter() {
    assertThat(Pattern.compile("\\]\\(#([a-z0-9-]+)\\)").matcher(PAGE).results())
        .hasSizeGreaterThanOrEqualTo(types().size())
        .allMatch(
            link ->
                PAGE.lines()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("#+ ", "").replace(".", ""))
                    .anyMatch(link.group(1)::equals));
  }

  @Test
  void the_picture_is_well_formed_and_shows_every_event_topic() throws Exception {
    String picture = FILES.get(EventDocs.PICTURE);

    assertThat(
            DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(picture)))
                .getElementsByTagName("title")
                .getLength())
        .isEqualTo(1);
    assertThat(picture)
        .contains("pt.profile.events.v1", "pt.session.events.v1", "pt.plan.events.v1")
        .contains("pt.plan.state.v1")
        .doesNotContain("dlq");
  }
}
