package health.backstep.stack.doctor.service;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a service tells under {@code /q/metrics}. */
record Metrics(List<Sample> samples) {

  private static final Pattern LINE =
      Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? ([^ \\n]+)$");

  /**
   * One line.
   *
   * @param labels as they stand between the braces
   */
  record Sample(String name, String labels, double value) {

    static Stream<Sample> of(MatchResult line) {
      try {
        String labels = Optional.ofNullable(line.group(2)).orElse("");
        return Stream.of(new Sample(line.group(1), labels, Double.parseDouble(line.group(3))));
      } catch (NumberFormatException e) {
        return Stream.empty();
      }
    }
  }

  Metrics {
    samples = List.copyOf(samples);
  }

  static Metrics parse(String text) {
    return new Metrics(LINE.matcher(text).results().flatMap(Sample::of).toList());
  }

  /** Over all labels; empty when it is not told. */
  OptionalDouble max(String name) {
    return named(name).mapToDouble(Sample::value).max();
  }

  double sum(String name) {
    return named(name).mapToDouble(Sample::value).sum();
  }

  Optional<String> label(String name, String label) {
    Pattern wanted = Pattern.compile("(?:^|,)" + label + "=\"([^\"]*)\"");
    return named(name)
        .flatMap(sample -> wanted.matcher(sample.labels()).results())
        .map(found -> found.group(1))
        .findFirst();
  }

  private Stream<Sample> named(String name) {
    return samples.stream().filter(sample -> sample.name().equals(name));
  }
}
