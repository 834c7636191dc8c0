package health.backstep.backbone.testing;

import static io.restassured.RestAssured.given;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the service tells Prometheus now. */
public record Metrics(String text) {

  private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? (\\S+)$");

  /** Asks the service for the plain format, in which no line carries an example of a trace. */
  public static Metrics scraped() {
    return new Metrics(
        given().accept("text/plain").get("/q/metrics").then().statusCode(200).extract().asString());
  }

  /**
   * The sum of all series of that name with these labels.
   *
   * @param labels such as {@code kind="REGRESSED"}
   * @throws AssertionError when there is none
   */
  public static double value(String name, String... labels) {
    return SAMPLE
        .matcher(scraped().text)
        .results()
        .filter(sample -> sample.group(1).equals(name))
        .filter(sample -> Arrays.stream(labels).allMatch(has(sample.group(2))))
        .map(sample -> Double.parseDouble(sample.group(3)))
        .reduce(Double::sum)
        .orElseThrow(
            () -> new AssertionError("no series " + name + " with " + Arrays.toString(labels)));
  }

  private static Predicate<String> has(String labels) {
    return label -> labels != null && labels.contains(label);
  }

  /** Each family with its type; counters bear their {@code _total}. */
  Map<String, String> families() {
    Map<String, String> types = new TreeMap<>();
    Matcher family = FAMILY.matcher(text);
    while (family.find()) {
      boolean unended = family.group(2).equals("counter") && !family.group(1).endsWith("_total");
      types.put(family.group(1) + (unended ? "_total" : ""), family.group(2));
    }
    return types;
  }

  /** Names of the labels that series of the family bear, but for the classes of histograms. */
  Set<String> labels(String family) {
    return SAMPLE
        .matcher(text)
        .results()
        .filter(sample -> sample.group(1).matches(family + "(_bucket|_count|_sum)?"))
        .filter(sample -> sample.group(2) != null)
        .flatMap(sample -> LABEL.matcher(sample.group(2)).results())
        .map(label -> label.group(1))
        .filter(label -> !label.equals("le"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
