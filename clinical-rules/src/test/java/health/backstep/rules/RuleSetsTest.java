package health.backstep.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleSetsTest {

  private final RuleSets shipped = RuleSets.shipped();

  @Test
  void theLastVersionIsTheCurrentOneAndAllCanBeFound() {
    assertThat(shipped.versions()).contains("1").doesNotHaveDuplicates();
    assertThat(shipped.current().version()).isEqualTo(shipped.versions().getLast());
    assertThat(shipped.versions())
        .allSatisfy(
            version ->
                assertThat(shipped.find(version))
                    .hasValueSatisfying(rules -> assertThat(rules.version()).isEqualTo(version)));
  }

  @Test
  void anUnknownVersionIsRefusedNamingTheKnownOnes() {
    assertThat(shipped.find("none")).isEmpty();
    assertThatThrownBy(() -> shipped.version("none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no rule set none; there are: " + String.join(", ", shipped.versions()));
  }

  @Test
  void everyRuleSetFileIsListed() throws IOException, URISyntaxException {
    Path folder = Path.of(RuleSets.class.getResource("/rulesets/versions.txt").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      List<String> named =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.replaceFirst("ruleset-(.*)\\.yaml", "$1"))
              .toList();
      assertThat(named).containsExactlyInAnyOrderElementsOf(shipped.versions());
    }
  }
}
