package health.backstep.security.fuzz.run;

import health.backstep.faults.check.evidence.Listening;
import health.backstep.faults.check.evidence.ServiceRows;
import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Instance;
import health.backstep.security.authz.run.Meter;
import health.backstep.security.fuzz.events.Event;
import health.backstep.security.fuzz.events.Events;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Sends the records of a seed to all consumers, and looks at what became of each of them. */
final class RecordRun {

  private static final int LIVES_AT_ONCE = 50;
  private static final String NOBODY_KNOWN = "ProblemException.notFound";

  /** Numbers that no record of a life has. */
  private static final long REFUSED_FROM = 1_000_000_000;

  private final Cluster cluster;
  private final Events events;
  private final Sentinel sentinel;
  private final List<String> bystanders;
  private final String foreignTenant;
  private final ServiceLogs logs;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();

  /**
   * @param bystanders patients about whom only records come that have to be refused
   * @param foreignTenant whose patients they are not
   */
  RecordRun(
      Cluster cluster,
      Events events,
      Sentinel sentinel,
      List<String> bystanders,
      String foreignTenant,
      ServiceLogs logs) {
    this.cluster = cluster;
    this.events = events;
    this.sentinel = sentinel;
    this.bystanders = bystanders;
    this.foreignTenant = foreignTenant;
    this.logs = logs;
  }

  Report run(int count, Meter meter) {
    long begun = System.nanoTime();
    sentinel.missing().ifPresent(what -> add("before the first record", what));
    Rest.ofTables(cluster);
    Map<String, String> before = Bystanders.rows(cluster, bystanders);
    List<Sent> sent = sendAll(count, meter);
    Changes.of(before, Bystanders.rows(cluster, bystanders))
        .forEach(table -> add("bystanders", "refused records have changed " + table));
    for (ServiceName service : ServiceName.values()) {
      lookAt(service, sent);
    }
    PlanCheck.faults(cluster).forEach(fault -> add("plans", fault));
    cluster.instances().stream()
        .filter(instance -> !instance.isReady())
        .map(Instance::name)
        .forEach(name -> add(name, "is not ready afterwards"));
    logs.errors().forEach(line -> add("log", line));
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    return new Report(sent.size(), outcomes, 0, Duration.ZERO, Duration.ZERO, findings, took);
  }

  /** In batches, after each of which the sentinel has to be well. */
  private List<Sent> sendAll(int count, Meter meter) {
    List<Sent> all = new ArrayList<>();
    int lives = Math.max(1, count / Events.OF_A_LIFE);
    try (Sender sender = new Sender(cluster.kafka())) {
      for (int from = 0; from < lives; from += LIVES_AT_ONCE) {
        int to = Math.min(lives, from + LIVES_AT_ONCE);
        all.addAll(sender.send(batch(from, to)));
        String numbers =
            "numbers %d to %d".formatted(from * Events.OF_A_LIFE, to * Events.OF_A_LIFE - 1);
        sentinel.missing().ifPresent(what -> add(numbers, what));
        meter.reach(to, lives);
      }
    }
    return all;
  }

  private List<Event> batch(int from, int to) {
    List<Event> batch = new ArrayList<>();
    for (int life = from; life < to; life++) {
      batch.addAll(events.life(life));
    }
    for (int each = 0; each < bystanders.size(); each++) {
      long number = REFUSED_FROM + from * 100L + each * 10L;
      UUID patient = UUID.fromString(bystanders.get(each));
      batch.addAll(events.against(number, patient, foreignTenant));
    }
    return batch;
  }

  private void lookAt(ServiceName reader, List<Sent> all) {
    Intake intake = Intake.of(cluster, reader);
    List<String> topics = Listening.to(reader).stream().map(ServiceRows::topicOf).toList();
    for (Sent sent : all) {
      if (topics.contains(sent.event().topic())) {
        String fate = intake.fate(sent).orElse("LOST");
        outcomes.merge(fate, 1, Integer::sum);
        if (isWrong(sent.event(), fate, intake.reason(sent))) {
          add(where(reader, sent), fate + " " + intake.reason(sent));
        }
      }
    }
  }

  private static boolean isWrong(Event event, String fate, String reason) {
    boolean foreign = event.number() >= REFUSED_FROM && event.how().equals(Events.FOREIGN);
    return fate.equals("LOST")
        || (foreign && !fate.equals("FOREIGN_TENANT"))
        || (fate.equals("HANDLING_FAILED") && isBug(reason));
  }

  /**
   * Events can be about a patient whose registration was put aside. All else a reader has to see
   * before it begins.
   */
  private static boolean isBug(String reason) {
    return !reason.contains(NOBODY_KNOWN);
  }

  private static String where(ServiceName reader, Sent sent) {
    return "%s, record %d, %s [%s]"
        .formatted(
            reader.processName(),
            sent.event().number(),
            sent.event().header("ce_type"),
            sent.event().how());
  }

  private void add(String where, String what) {
    findings.add(new Finding(where, what, ""));
  }
}
