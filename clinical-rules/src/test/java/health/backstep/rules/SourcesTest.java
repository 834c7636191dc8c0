package health.backstep.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {

  private static final String ARTICLE = "articles: [{id: A, title: An article, text: t}]\n";

  @Test
  void everySourceARuleCitesExists() {
    Sources sources = Sources.read();

    assertThat(RuleSet.current().rules())
        .allSatisfy(
            rule -> assertThat(rule.sources()).as(rule.id()).isNotEmpty().allMatch(sources::has));
  }

  @Test
  void aStatementBelongsToItsArticleAndAPaperTellsWhereItIsPublished() {
    assertThat(Sources.read().find("DERRY-CLEAR"))
        .get()
        .isInstanceOfSatisfying(
            Source.Statement.class, it -> assertThat(it.article()).isEqualTo("DERRY"));
    assertThat(Sources.read().find("SURI-2011"))
        .get()
        .isInstanceOfSatisfying(
            Source.Paper.class, it -> assertThat(it.citation()).contains("2011;12:220"));
  }

  @Test
  void anUnknownIdIsNotFound() {
    assertThat(Sources.read().has("NOBODY-1900")).isFalse();
    assertThat(Sources.read().find("NOBODY-1900")).isEmpty();
  }

  @Test
  void sourcesComeInTheOrderOfTheFile() throws IOException {
    Sources sources =
        read(
            ARTICLE
                + "statements: [{id: A-2, article: A, text: t}, {id: A-1, article: A, text: t}]\n"
                + "papers: [{id: P-1999, citation: c, text: t}]");

    assertThat(sources.all())
        .extracting(Source::id)
        .isEqualTo(List.of("A", "A-2", "A-1", "P-1999"));
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    ARTICLE
                        + "statements:\n"
                        + "- {id: A-1, article: A, text: t}\n"
                        + "- {id: A-1, article: A, text: t}\n"
                        + "- {id: B-1, article: A, text: t}\n"
                        + "- {id: C-1, article: C, text: t}\n"
                        + "papers: [{id: P-1999, citation: c, text: ' '}]\n"
                        + "exclusions: [{id: X-1, reason: r}]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the sources are not consistent: [A-1 is there twice, P-1999 says nothing,"
                + " B-1 does not begin with its article A, C-1: there is no article C,"
                + " the exclusion of X-1 has no source]");
  }

  @Test
  void anUnknownFieldIsRefusedByName() {
    assertThatThrownBy(() -> read("colour: red"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour");
  }

  @Test
  void aMissingFieldIsRefusedByName() {
    assertThatThrownBy(() -> read("papers: [{id: P-1999, text: t}]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("citation of P-1999");
  }

  private static Sources read(String yaml) throws IOException {
    return Sources.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
