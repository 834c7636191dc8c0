package health.backstep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import health.backstep.rules.Source;
import health.backstep.rules.Sources;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The page and its pictures say what rules, sources and catalogue say. */
class ClinicalDocsTest {

  private static final String REWRITE = "./backstep docs";
  private static final Path DOCS = Repository.root().resolve("docs");
  private static final Map<String, String> FILES = ClinicalDocs.files();
  private static final String PAGE = FILES.get("clinical.md");

  /** With -Dbackstep.write-docs=true it writes the files before it looks at them. */
  @Test
  void theFilesInTheRepositoryAreInStep() throws IOException {
    if (Boolean.getBoolean("backstep.write-docs")) {
      write();
    }

    assertThat(FILES)
        .allSatisfy(
            (name, text) ->
                assertThat(DOCS.resolve(name))
                    .as("docs/%s; rewrite it with %s", name, REWRITE)
                    .exists()
                    .content()
                    .isEqualTo(text));
  }

  @Test
  void noPictureIsLeftOver() throws IOException {
    try (Stream<Path> pictures = Files.list(DOCS.resolve("clinical"))) {
      assertThat(pictures.map(path -> "clinical/" + path.getFileName()))
          .as("pictures that nothing writes; delete them")
          .allMatch(FILES::containsKey);
    }
  }

  @Test
  void theFilesAreTheSameEachTime() {
    assertThat(ClinicalDocs.files()).isEqualTo(FILES);
  }

  @Test
  void thePageHasEveryRuleEverySourceAndEveryExercise() {
    assertThat(RuleSet.current().rules())
        .extracting(Rule::id)
        .allMatch(id -> PAGE.contains(Markdown.anchor(id)));
    assertThat(Sources.read().all())
        .extracting(Source::id)
        .allMatch(id -> PAGE.contains(Markdown.anchor(id)));
    assertThat(CatalogueFiles.read().all())
        .extracting(Exercise::name)
        .allMatch(name -> PAGE.contains("| **" + name + "**"));
  }

  @Test
  void everyLinkOfThePageLeadsSomewhere() {
    Set<String> targets =
        java.util.regex.Pattern.compile("\\]\\(#([^)]+)\\)")
            .matcher(PAGE)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    assertThat(targets)
        .isNotEmpty()
        .allMatch(target -> PAGE.contains("<a id=\"" + target + "\"></a>"));
  }

  @Test
  void aRuleOfEachChapterIsKnown() {
    assertThat(RuleSet.current().rules())
        .allMatch(rule -> Chapter.of(rule) != Chapter.OTHER, "belongs to a chapter");
  }

  @Test
  void thePicturesAreWellFormedAndShowEveryLevel() {
    Catalogue catalogue = CatalogueFiles.read();
    List<Exercise> inPlans = catalogue.all().stream().filter(StanceTable::isForPlans).toList();
    long levels = inPlans.stream().mapToLong(exercise -> exercise.levels().size()).sum();

    long drawn =
        FILES.entrySet().stream()
            .filter(file -> file.getKey().endsWith(".svg"))
            .mapToLong(file -> parsed(file.getValue()).getElementsByTagName("g").getLength())
            .sum();

    assertThat(drawn).isEqualTo(levels);
  }

  private static Document parsed(String svg) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + svg, e);
    }
  }

  private static void write() throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = DOCS.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
