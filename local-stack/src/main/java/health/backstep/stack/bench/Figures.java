package health.backstep.stack.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The figures of all rounds. */
record Figures(List<Round> rounds, List<BacklogRound> backlogs) {

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

  Spread batchRowsPerSecond() {
    return over(Round::batchRowsPerSecond);
  }

  Spread planReadsPerSecond() {
    return over(Round::planReadsPerSecond);
  }

  Spread bareReadsPerSecond() {
    return over(Round::bareReadsPerSecond);
  }

  Spread goodPerSecond() {
    return over(round -> round.rush().good());
  }

  Spread offeredPerSecond() {
    return over(round -> round.rush().offered());
  }

  Spread rushLag(double percent) {
    return over(round -> round.rush().lag().millisAt(percent));
  }

  Spread flareToPlan(double percent) {
    return over(round -> round.flares().readable().millisAt(percent));
  }

  Spread flaresPerSecond() {
    return over(round -> round.flares().perSecond());
  }

  Spread sessionsBesideFlaresPerSecond() {
    return over(round -> round.flares().sessionsPerSecond());
  }

  Spread generatorLag(double percent) {
    return over(round -> round.flares().lag().millisAt(percent));
  }

  Spread catchUpSeconds() {
    return over(round -> round.caughtUp().toMillis() / 1000.0);
  }

  Spread backlogCommitsPerSecond() {
    return Spread.of(backlogs.stream().map(BacklogRound::commitsPerSecond).toList());
  }

  Spread backlogEventsPerSecond() {
    return Spread.of(backlogs.stream().map(BacklogRound::eventsPerSecond).toList());
  }

  double sessionWritesRatio() {
    return sessionsPerSecond().over(commitsPerSecond());
  }

  double batchRowsRatio() {
    return batchRowsPerSecond().over(commitsPerSecond());
  }

  double backlogRatio() {
    return backlogEventsPerSecond().over(backlogCommitsPerSecond());
  }

  double planReadsRatio() {
    return planReadsPerSecond().over(bareReadsPerSecond());
  }

  /** Each round's own maximum is what its overload was made from. */
  double goodputRatio() {
    return over(round -> round.rush().good() / round.sessionsPerSecond()).median();
  }

  double flareToPlanRatio(double percent) {
    return flareToPlan(percent).over(commitKafkaCommit(percent));
  }

  private Spread over(ToDoubleFunction<Round> figure) {
    return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
  }
}
