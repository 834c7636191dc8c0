package health.backstep.plan.catalogue.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.backstep.plan.catalogue.InconsistentCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault planted into two small files, and named with its file, exercise and place. */
class CatalogueFaultsTest {

  private static final String GENTLE =
      """
      - id: tilt
        name: Tilt
        block: ACTIVATION
        kind: ACTIVATION
        purpose: TARGET_REGION
        region: LOW_BACK
        posture: LYING_SUPINE
        direction: NEUTRAL
        equipment: []
        load: BODY_WEIGHT
        impact: NONE
        demand: EASY
        stances:
          - {source: RTB, statement: RTB-CORE, stance: RECOMMENDED}
        grade: source-article
        easier: null
        harder: lift
        instructions:
          what: "Roll your pelvis."
          feel: "Light work."
        stopSigns: "Stop if it hurts."
        levels:
          - {level: 1, variation: "Small", sets: 1, reps: 8, holdSeconds: 3, secondsPerRep: 2, perSide: false, restSeconds: 15}
          - {level: 2, variation: "Longer", sets: 1, reps: 10, holdSeconds: 4, secondsPerRep: 2, perSide: false, restSeconds: 15}
      """;

  private static final String STRONG =
      """
      - id: lift
        name: Lift
        block: STRENGTH
        kind: STRENGTH
        purpose: STRENGTHEN
        region: HIPS_AND_LEGS
        posture: LYING_SUPINE
        direction: NEUTRAL
        equipment: []
        load: EXTERNAL
        impact: LOW
        demand: FIRM
        stances: []
        grade: design
        easier: tilt
        harder: null
        instructions:
          what: "Tighten your stomach gently before each effort. Lift."
          feel: "Work in the buttocks."
        stopSigns: "Stop if it hurts a lot."
        levels:
          - {level: 1, variation: "Low", sets: 1, reps: 8, holdSeconds: 0, secondsPerRep: 4, perSide: false, restSeconds: 20}
      """;

  @Test
  void filesWithoutAFaultAreRead() {
    assertThat(CatalogueFiles.read(files(GENTLE, STRONG), CatalogueFaultsTest::isKnown).all())
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // in the gentle file
        "harder: lift | harder: fly | gentle.yaml: tilt at /harder: is fly, which is not in the catalogue",
        "harder: lift | harder: null | strong.yaml: lift at /easier: is tilt, which does not name this one as harder",
        "easier: tilt | easier: null | gentle.yaml: tilt at /harder: is lift, which does not name this one as easier",
        "easier: null | easier: lift | gentle.yaml: tilt at /easier: is lift, which does not name this one as harder",
        "`feel: \"Light work.\"` | `` | gentle.yaml: tilt at /instructions/feel: is missing",
        "`\"Roll your pelvis.\"` | `\" \"` | gentle.yaml: tilt at /instructions/what: is missing; say it in calm, plain words",
        "`stopSigns: \"Stop if it hurts.\"` | `` | gentle.yaml: tilt at /stopSigns: is missing",
        "source: RTB | source: ABC | gentle.yaml: tilt at /stances/0/source: names a source that is not known",
        "RTB-CORE | RTB-GORE | gentle.yaml: tilt at /stances/0/statement: names a statement that is not known",
        "impact: NONE | impact: SOME | gentle.yaml: tilt at /impact: \"SOME\" is not one of [NONE, LOW, HIGH]",
        "equipment: [] | equipment: [MAT, SOFA] | gentle.yaml: tilt at /equipment/1: \"SOFA\" is not one of",
        "impact: NONE | impact: HIGH | gentle.yaml: tilt at /impact: is HIGH, but the exercise is recommended",
        "grade: source-article | grade: hearsay | gentle.yaml: tilt at /grade: \"hearsay\" is not a grade of evidence",
        "name: Tilt | `name: Tilt\n  colour: red` | gentle.yaml: tilt at /colour: is not a known field",
        "level: 2, | level: 3, | gentle.yaml: tilt at /levels/1/level: is level 3 in place 2",
        "reps: 10 | reps: 2 | gentle.yaml: tilt at /levels/1: is 12 s of work, the level below 40 s",
        "reps: 10 | reps: 0 | gentle.yaml: tilt at /levels/1: a dose has sets and repetitions and no negative time",
        "reps: 10 | reps: many | gentle.yaml: tilt at /levels/1/reps: has to be a whole number",
        "perSide: false | perSide: both | gentle.yaml: tilt at /levels/0/perSide: has to be true or false",
        "Roll your pelvis. | Move your degenerated disc. | gentle.yaml: tilt at /instructions/what: frightens with \"degenerated\"",
        "Small | Slipped | gentle.yaml: tilt at /levels/0/variation: frightens with \"slipped\"",
        "demand: EASY | demand: HARD | gentle.yaml: tilt at /harder: is lift, which is less demanding",
        "demand: EASY | `demand: EASY\n  onlyWithBias: true` | gentle.yaml: tilt at /onlyWithBias: needs a direction that a back can prefer",
        "kind: ACTIVATION | kind: RELIEF | gentle.yaml: tilt at /demand: has to be RESTING in a position that eases",
        // in the strong file
        "demand: FIRM | demand: LIGHT | strong.yaml: lift at /demand: is too little for a load from outside",
        "Tighten your stomach gently before each effort. |  | strong.yaml: lift at /instructions/what: has to begin with the bracing cue",
        "harder: null | harder: tilt | strong.yaml: lift at /harder: leads in a circle back to this exercise",
        "id: lift | id: tilt | strong.yaml: tilt at /id: is there twice, first in gentle.yaml",
        "stances: [] | `stances: [{source: RTB, stance: RECOMMENDED}, {source: BW, stance: AVOID}]` | strong.yaml: lift at /late: has to be true, because the sources disagree",
        "stances: [] | `stances: [{source: BW, stance: AVOID}]` | gentle.yaml: tilt at /harder: is lift, which is contested and not marked late"
      })
  void aPlantedFaultIsNamedWithItsFileItsExerciseAndItsPlace(
      String sound, String planted, String fault) {
    String to = planted == null ? "" : planted.replace("\\n", "\n");
    boolean inGentle =
        fault.contains("gentle.yaml") ? GENTLE.contains(sound) : !STRONG.contains(sound);
    String gentle = inGentle ? GENTLE.replace(sound, to) : GENTLE;
    String strong = inGentle ? STRONG : STRONG.replace(sound, to);
    assertThat(gentle + strong).isNotEqualTo(GENTLE + STRONG);

    assertThatThrownBy(
            () -> CatalogueFiles.read(files(gentle, strong), CatalogueFaultsTest::isKnown))
        .isInstanceOf(InconsistentCatalogue.class)
        .hasMessageContaining(fault);
  }

  @Test
  void anExerciseWithoutLevelsIsRefused() {
    String strong = STRONG.substring(0, STRONG.indexOf("  levels:")) + "  levels: []\n";

    assertThatThrownBy(
            () -> CatalogueFiles.read(files(GENTLE, strong), CatalogueFaultsTest::isKnown))
        .hasMessageContaining(
            "strong.yaml: lift at /levels: holds no level; at least one is needed");
  }

  @Test
  void allFaultsOfAllFilesAreNamedAtOnceAndEachOnlyOnce() {
    String gentle =
        GENTLE.replace("impact: NONE", "impact: SOME").replace("Light work.", "Worn work.");
    String strong =
        STRONG
            .replace("easier: tilt", "easier: fly")
            .replace("  stopSigns: \"Stop if it hurts a lot.\"\n", "");

    InconsistentCatalogue refused =
        catchThrowableOfType(
            InconsistentCatalogue.class,
            () -> CatalogueFiles.read(files(gentle, strong), CatalogueFaultsTest::isKnown));

    assertThat(refused.faults())
        .extracting(fault -> fault.file() + " " + fault.place())
        .containsExactlyInAnyOrder(
            "gentle.yaml /impact",
            "gentle.yaml /instructions/feel",
            "gentle.yaml /harder",
            "strong.yaml /easier",
            "strong.yaml /stopSigns");
  }

  @Test
  void aFileThatIsNoYamlIsNamedWithItsLine() {
    assertThatThrownBy(
            () ->
                CatalogueFiles.read(
                    files(GENTLE, "- id: lift\n  name: [oops\n"), CatalogueFaultsTest::isKnown))
        .hasMessageContaining("strong.yaml: the file at line");
  }

  @Test
  void aFieldThatStandsTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                CatalogueFiles.read(
                    files(GENTLE.replace("name: Tilt", "name: Tilt\n  name: Tilt"), STRONG),
                    CatalogueFaultsTest::isKnown))
        .hasMessageContaining("gentle.yaml: the file at line 3");
  }

  private static Map<String, String> files(String gentle, String strong) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("gentle.yaml", gentle);
    files.put("strong.yaml", strong);
    return files;
  }

  private static boolean isKnown(String source) {
    return List.of("RTB", "BW", "RTB-CORE").contains(source);
  }
}
