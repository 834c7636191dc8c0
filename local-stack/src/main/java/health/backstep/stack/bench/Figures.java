package health.backstep.stack.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The figures of all rounds. */
record Figures(List<Round> rounds) {

  static final double HALF = 50;
  static final double NEARLY_ALL = 99;

  Spread commitsPerSecond() {
    return over(Round::commitsPerSecond);
  }

  Spread kafka(double percent) {
    return over(round -> round.kafka().millisAt(percent));
  }

  Spread commitKafkaCommit(double percent) {
    return over(round -> round.commitKafkaCommit().millisAt(percent));
  }

  Spread sessionsPerSecond() {
    return over(Round::sessionsPerSecond);
  }

  Spread flareToPlan(double percent) {
    return over(round -> round.flares().readable().millisAt(percent));
  }

  Spread flaresPerSecond() {
    return over(round -> round.flares().perSecond());
  }

  Spread generatorLag(double percent) {
    return over(round -> round.flares().lag().millisAt(percent));
  }

  Spread catchUpSeconds() {
    return over(round -> round.caughtUp().toMillis() / 1000.0);
  }

  double sessionWritesRatio() {
    return sessionsPerSecond().over(commitsPerSecond());
  }

  double flareToPlanRatio(double percent) {
    return flareToPlan(percent).over(commitKafkaCommit(percent));
  }

  private Spread over(ToDoubleFunction<Round> figure) {
    return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
  }
}
