package health.backstep.backbone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The list of metrics in docs/observability.md, held against what a running service tells. Rules
 * and dashboards are held against the same list, so that none of them asks for what nobody tells.
 */
public final class ListedMetrics {

  private static final Path PAGE = Path.of("..", "docs", "observability.md");
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `(\\w+)` \\| (\\w+)(, later)? \\| ([^|]*) \\| ([^|]*) \\| ([^|]*) \\|");

  /**
   * A row.
   *
   * @param later it appears with the first thing that it counts
   * @param services that tell it; empty for all
   */
  record Listed(
      String name, String type, boolean later, String unit, Set<String> labels, String services) {

    static Listed of(MatchResult row) {
      return new Listed(
          row.group(1),
          row.group(2),
          row.group(3) != null,
          row.group(4),
          Arrays.stream(row.group(5).split(","))
              .map(String::strip)
              .filter(label -> !label.isEmpty())
              .collect(Collectors.toCollection(TreeSet::new)),
          row.group(6));
    }

    boolean isOf(String service) {
      return services.equals("all") || services.contains(service);
    }
  }

  private ListedMetrics() {}

  /**
   * Holds the list against this service, both ways.
   *
   * @param service its first word, such as {@code plan}
   */
  public static void assertTold(String service) {
    List<Listed> listed = all().stream().filter(metric -> metric.isOf(service)).toList();
    assertThat(listed).isNotEmpty();
    await()
        .untilAsserted(
            () -> {
              Metrics told = Metrics.scraped();
              assertThat(listed).allSatisfy(metric -> assertAsListed(metric, told));
              assertNoneIsUnlisted(told, listed);
            });
  }

  private static void assertAsListed(Listed metric, Metrics told) {
    Map<String, String> families = told.families();
    if (metric.later() && !families.containsKey(metric.name())) {
      return;
    }
    assertThat(families).containsEntry(metric.name(), metric.type());
    assertThat(told.labels(metric.name())).isEqualTo(metric.labels());
    if (metric.unit().equals("seconds") || metric.unit().equals("bytes")) {
      assertThat(metric.name()).matches(".*_" + metric.unit() + "(_total)?");
    }
  }

  private static void assertNoneIsUnlisted(Metrics told, List<Listed> listed) {
    assertThat(told.families().keySet())
        .filteredOn(name -> name.startsWith("backstep_") && !name.endsWith("_max"))
        .isSubsetOf(listed.stream().map(Listed::name).toList());
  }

  private static List<Listed> all() {
    try {
      return ROW.matcher(Files.readString(PAGE)).results().map(Listed::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
