package health.backstep.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Stance;
import health.backstep.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who cites which source: rules, exercises and education items. */
public final class Citations {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Citations() {}

  /**
   * One citation.
   *
   * @param by what cites, for example {@code rule RG-MILD}
   * @param source id of what is cited
   */
  public record Citation(String by, String source) {
    @Override
    public String toString() {
      return by + " cites " + source;
    }
  }

  /** All of them, in the order of the files. */
  public static List<Citation> of(RuleSet rules, Catalogue catalogue) {
    List<Citation> citations = new ArrayList<>();
    rules
        .rules()
        .forEach(
            rule -> rule.sources().forEach(id -> citations.add(cited("rule " + rule.id(), id))));
    catalogue.all().forEach(exercise -> citations.addAll(of(exercise)));
    citations.addAll(ofEducation());
    return List.copyOf(citations);
  }

  private static List<Citation> of(Exercise exercise) {
    String by = "exercise " + exercise.id();
    return exercise.stances().stream()
        .flatMap(stance -> ids(stance).map(id -> cited(by, id)))
        .toList();
  }

  private static Stream<String> ids(Stance stance) {
    return stance.statement() == null
        ? Stream.of(stance.source())
        : Stream.of(stance.source(), stance.statement());
  }

  private static List<Citation> ofEducation() {
    List<Citation> citations = new ArrayList<>();
    try (InputStream in = Catalogue.class.getResourceAsStream("/education.yaml")) {
      YAML.readTree(in)
          .forEach(
              item ->
                  item.path("sources")
                      .forEach(
                          id ->
                              citations.add(
                                  cited("education " + item.path("id").asText(), id.asText()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return citations;
  }

  private static Citation cited(String by, String source) {
    return new Citation(by, source);
  }
}
