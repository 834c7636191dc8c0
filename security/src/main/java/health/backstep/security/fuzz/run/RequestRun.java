package health.backstep.security.fuzz.run;

import health.backstep.security.authz.run.Ground;
import health.backstep.security.authz.run.Meter;
import health.backstep.security.fuzz.Requests;
import health.backstep.security.fuzz.Shot;

/** Sends the requests of a seed, judges each answer, and looks at what the refused ones left. */
final class RequestRun {

  private final Ground ground;
  private final Stockroom stockroom;
  private final Requests requests;
  private final long seed;
  private final int round;
  private final Judge judge;
  private final ServiceLogs logs;

  /**
   * @param round one in which nothing was sent to these services yet, nor in those that follow it
   */
  RequestRun(
      Ground ground,
      Stockroom stockroom,
      Requests requests,
      long seed,
      int round,
      Judge judge,
      ServiceLogs logs) {
    this.ground = ground;
    this.stockroom = stockroom;
    this.requests = requests;
    this.seed = seed;
    this.round = round;
    this.judge = judge;
    this.logs = logs;
  }

  Report run(int count, Meter meter) {
    long begun = System.nanoTime();
    Tally tally = new Tally(count);
    Judged judged = new Judged(judge, seed, tally::add);
    Gunners.upTo(
        count,
        ground::url,
        (number, lines) -> {
          Shot shot = requests.shot(number, Mark.of(number, round));
          meter.reach(tally.count(shot, judged.send(shot, lines)), count);
        });
    stockroom.tidy();
    Rest.of(ground.cluster());
    rowsOfRefused(tally, judged);
    Again again = new Again(ground.cluster(), ground::url, requests, judged, round);
    again.send(tally.refused(), meter);
    logs.errors().forEach(line -> tally.add(new Finding("log", line, "")));
    AuditChains.faults(ground.cluster()).forEach(what -> tally.add(new Finding("audit", what, "")));
    return tally.report(again.refused(), begun);
  }

  private void rowsOfRefused(Tally tally, Judged judged) {
    new Stored(ground.cluster())
        .marks(Mark.of(round))
        .forEach(
            (mark, tables) -> {
              long number = Mark.number(mark);
              if (tally.wasRefused(number)) {
                judged.tell(requests.shot(number, mark), "refused, and stands in " + tables);
              }
            });
  }
}
