package health.backstep.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is no rule set says so, with the place of each fault. */
class RuleSetFileTest {

  private static final String GOOD =
      """
      version: "7"
      rules:
      - id: RG-MILD
        version: 2
        when: a mild flare
        then: less
        text: A little less.
        evidence: design
        sources: [CONC-SETBACK]
        thresholds: {dosePercentLess: 20}
      """;

  @TempDir Path folder;

  @Test
  void aGoodFileIsReadAsItStands() throws IOException {
    RuleSet rules = read(GOOD);

    assertThat(rules.version()).isEqualTo("7");
    assertThat(rules.rules()).hasSize(1);
    assertThat(rules.rule("RG-MILD").version()).isEqualTo(2);
    assertThat(rules.rule("RG-MILD").evidence()).isEqualTo(Evidence.DESIGN);
    assertThat(rules.rule("RG-MILD").sources()).containsExactly("CONC-SETBACK");
    assertThat(rules.rule("RG-MILD").threshold("dosePercentLess")).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: \"7\"             | ''                        | line 2: version is missing",
        "version: \"7\"             | version: \"\"             | line 1: version must be a text",
        "  version: 2               | ''                        | line 3, RG-MILD: version is missing",
        "  version: 2               | version: 0              | line 4, RG-MILD: version must be a whole number from 1 on",
        "  version: 2               | version: two            | line 4, RG-MILD: version must be a whole number from 1 on",
        "  text: A little less.     | ''                        | line 3, RG-MILD: text is missing",
        "  text: A little less.     | text:                   | line 7, RG-MILD: text must be a text that is not empty",
        "  evidence: design         | evidence: hearsay       | line 8, RG-MILD: evidence is one of guideline, trial, consensus, source-article, extrapolated, design; it is hearsay",
        "  sources: [CONC-SETBACK]  | ''                        | line 3, RG-MILD: sources names nothing",
        "  sources: [CONC-SETBACK]  | sources: []             | line 9, RG-MILD: sources names nothing",
        "  sources: [CONC-SETBACK]  | sources: [{a: b}, X]    | line 9, RG-MILD: sources holds an entry that is no text",
        "dosePercentLess: 20        | dosePercentLess: -1       | line 10, 'RG-MILD, thresholds': dosePercentLess must be a whole number from 0 on",
        "dosePercentLess: 20        | dosePercentLess: 2.5      | line 10, 'RG-MILD, thresholds': dosePercentLess must be a whole number from 0 on",
        "dosePercentLess: 20        | dosePercentLess: '\"20\"' | line 10, 'RG-MILD, thresholds': dosePercentLess must be a whole number from 0 on",
        "  when: a mild flare       | colour: red             | line 5, RG-MILD: colour is no known field; known are id",
        "  then: less               | when: twice             | line 6, RG-MILD: when is given twice",
        "- id: RG-MILD              | '- name: x'               | line 3, rule number 1: id is missing",
        "  then: less               | then: [less             | this is no YAML",
      })
  void aFaultIsNamedWithItsLineAndItsRule(String good, String bad, String expected) {
    String faulty = GOOD.replace(good, bad);
    assertThat(faulty).isNotEqualTo(GOOD);

    assertThat(refused(faulty))
        .hasMessageStartingWith("rules-7.yaml is refused as a rule set, because of ")
        .hasMessageContaining(expected.replace("'", ""));
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    String twice =
        GOOD
            + """
              - id: RG-MILD
                version: 1
                when: x
                evidence: design
              colour: red
              """;

    assertThat(refused(twice).faults())
        .containsExactly(
            "line 15: colour is no known field; known are version, rules",
            "line 11, RG-MILD: an earlier rule has this id, too; each id names one rule",
            "line 11, RG-MILD: then is missing",
            "line 11, RG-MILD: text is missing",
            "line 11, RG-MILD: sources names nothing; a rule names who says so, or its own reason");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                       | the file is empty",
        "just words               | must be fields with a name and a value each",
        "'{version: a, rules: 1}' | rules must be a list with at least one entry",
        "'{version: a, rules: []}'| rules must be a list with at least one entry",
        "'{version: a, rules: [b]}'| rule number 1: must be fields with a name and a value each",
      })
  void whatIsNoRuleSetAtAllIsRefusedToo(String yaml, String expected) {
    assertThat(refused(yaml)).hasMessageContaining(expected);
  }

  @Test
  void aCandidateHasEveryRuleAndThresholdThatTheCodeAsksForAndNoOther() throws IOException {
    String shipped = shippedFile();
    Path candidate = folder.resolve("candidate.yaml");
    Files.writeString(
        candidate,
        shipped
            .replace("- id: RG-TEMP\n", "- id: RG-TEMPO\n")
            .replace("levelsDown: 1, checkInHours: 24", "levelDown: 1, checkInHours: 24"));

    RuleSetRefused refused =
        catchThrowableOfType(RuleSetRefused.class, () -> RuleSet.candidate(candidate));

    String version = RuleSet.current().version();
    assertThat(refused)
        .hasMessageStartingWith(candidate + " is refused as a rule set, because of 4 faults");
    assertThat(refused.faults())
        .containsExactlyInAnyOrder(
            "RG-MILD: no code asks for the threshold levelDown",
            "RG-MILD: the threshold levelsDown is missing; it is 1 in rule set " + version,
            "RG-TEMP: the rule is missing; the code asks for every rule of rule set " + version,
            "RG-TEMPO: no code knows this rule, so it would have no effect");
  }

  @Test
  void aCandidateMayActAtOtherNumbers() throws IOException {
    Path candidate = folder.resolve("candidate.yaml");
    Files.writeString(
        candidate, shippedFile().replace("dosePercentLess: 30", "dosePercentLess: 50"));

    assertThat(RuleSet.candidate(candidate).rule("RG-MODERATE").threshold("dosePercentLess"))
        .isEqualTo(50);
  }

  private static String shippedFile() throws IOException {
    String file = "/rulesets/ruleset-" + RuleSet.current().version() + ".yaml";
    try (InputStream in = RuleSet.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static RuleSetRefused refused(String yaml) {
    RuleSetRefused refused = catchThrowableOfType(RuleSetRefused.class, () -> read(yaml));
    assertThat(refused.faults()).isNotEmpty();
    return refused;
  }

  private static RuleSet read(String yaml) throws IOException {
    return RuleSet.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "rules-7.yaml");
  }
}
