package health.backstep.plan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.plan.catalogue.wire.CatalogueFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final List<String> FRIGHTENING =
      List.of(
          "damage",
          "injur",
          "degenerat",
          "ruptur",
          "slipped",
          "herniat",
          "wear and tear",
          "danger");

  private final Catalogue catalogue = CatalogueFiles.read();

  @Test
  void theReviewedFilesAreConsistent() {
    assertThat(catalogue.all()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(catalogue.get("deadlift").isAdvisedAgainst()).isTrue();
    assertThat(catalogue.get("squat").isContested()).isTrue();
  }

  @Test
  void noInstructionFrightens() {
    assertThat(catalogue.all())
        .allSatisfy(
            exercise ->
                assertThat(exercise.what() + exercise.feel() + exercise.stopSigns())
                    .as(exercise.id())
                    .doesNotContainIgnoringCase(FRIGHTENING.toArray(String[]::new)));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    Exercise bridge = catalogue.get("bridge");
    Exercise lonely = catalogue.get("pelvic-tilt");

    assertThatThrownBy(() -> new Catalogue(List.of(bridge, bridge, lonely)))
        .hasMessageContaining("bridge is there twice")
        .hasMessageContaining("neighbour");
  }
}
