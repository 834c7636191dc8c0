package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Layout;
import health.backstep.faults.cluster.LocalCluster;
import health.backstep.faults.cluster.Part;
import health.backstep.faults.load.Journal;
import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Tries faults by hand on a real cluster under a light load: {@code TryOut FOLDER REPOSITORY PACE
 * SEED NAME...}, each name a pattern; {@code -} reads patterns from standard input, line by line,
 * against the same cluster.
 */
public final class TryOut {

  private static final int PATIENTS = 8;

  private TryOut() {}

  public static void main(String[] args) throws Exception {
    Ground ground = new Ground(new Journal(), Double.parseDouble(args[2]));
    try (Cluster cluster =
        LocalCluster.start(
            Path.of(args[0]), Path.of(args[1]), Layout.standard(), Progress.silent())) {
      say("cluster is ready");
      AtomicBoolean on = new AtomicBoolean(true);
      AtomicInteger sessions = new AtomicInteger();
      List<Thread> apps = new ArrayList<>();
      for (int i = 0; i < PATIENTS; i++) {
        Someone patient = Someone.withPlan(cluster, i % 2 == 0 ? "north" : "south");
        apps.add(
            Thread.startVirtualThread(
                () -> {
                  while (on.get()) {
                    try {
                      patient.keepAppointment();
                      sessions.incrementAndGet();
                      Thread.sleep(700);
                    } catch (InterruptedException e) {
                      return;
                    }
                  }
                }));
      }
      Someone probe = Someone.withPlan(cluster, "north");
      say("load runs");
      Nemesis nemesis = new Nemesis(cluster, ground, probe::isServed, teller());
      try (Scanner names = namesIn(args)) {
        for (long seed = Long.parseLong(args[3]); names.hasNextLine(); seed++) {
          strike(nemesis, cluster, seed, names.nextLine());
          figures(cluster, ground, sessions);
        }
      }
      on.set(false);
      for (Thread app : apps) {
        app.join(Duration.ofSeconds(20));
      }
      Thread.sleep(5_000);
      figures(cluster, ground, sessions);
    }
  }

  private static Scanner namesIn(String[] args) {
    return args[4].equals("-")
        ? new Scanner(System.in, StandardCharsets.UTF_8)
        : new Scanner(String.join("\n", List.of(args).subList(4, args.length)));
  }

  private static void strike(Nemesis nemesis, Cluster cluster, long seed, String name)
      throws InterruptedException {
    if (name.isBlank()) {
      return;
    }
    List<Fault> chosen =
        name.equals("short")
            ? Faults.shortRound()
            : Faults.all().stream()
                .filter(fault -> Pattern.compile(name).matcher(fault.name()).find())
                .toList();
    Faults.impossible(chosen, cluster).forEach((fault, why) -> say(fault + ": " + why));
    nemesis.unleash(Schedule.once(seed, Faults.possible(chosen, cluster)), Duration.ofMinutes(60));
  }

  private static Onlooker teller() {
    return new Onlooker() {
      @Override
      public void begins(Fault fault) {
        say("begins  " + fault.name());
      }

      @Override
      public void ends(Fault fault) {
        say("ends    " + fault.name());
      }

      @Override
      public void startsAgain(Part part) {
        say("had ended: " + part.name());
      }

      @Override
      public void isOver(Strike strike) {
        say(
            "over    %s: %s ms, recovered %s %s"
                .formatted(
                    strike.name(),
                    Duration.between(strike.begun(), strike.ended()).toMillis(),
                    strike.recovered().map(time -> time.toMillis() + " ms").orElse("NEVER"),
                    strike.trouble()));
      }
    };
  }

  private static void figures(Cluster cluster, Ground ground, AtomicInteger sessions) {
    int wanted = ground.injected().stream().mapToInt(Injected::deadLetters).sum();
    StringBuilder line =
        new StringBuilder("sessions %d, dead letters wanted %d".formatted(sessions.get(), wanted));
    for (ServiceName service : ServiceName.values()) {
      line.append("; ").append(service.database());
      for (String query :
          List.of(
              "select 'unsent ' || count(*) from outbox where sent_at is null",
              "select 'parked ' || count(*) from inbox_parked",
              "select 'dlq ' || count(*) || '/' || count(distinct headers->>'x-injected')"
                  + " from outbox where topic like '%dlq%'")) {
        line.append(' ').append(ask(cluster, service, query));
      }
    }
    say(line.toString());
  }

  private static String ask(Cluster cluster, ServiceName service, String query) {
    try (Connection connection = cluster.connect(service);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      return "?";
    }
  }

  private static void say(String what) {
    System.out.println(LocalTime.now(ZoneOffset.UTC).withNano(0) + " " + what);
  }
}
