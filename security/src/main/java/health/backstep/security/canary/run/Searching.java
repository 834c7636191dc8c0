package health.backstep.security.canary.run;

import health.backstep.security.authz.run.Ground;
import health.backstep.security.canary.Planted;
import health.backstep.security.canary.Report;
import health.backstep.security.canary.Rules;
import health.backstep.security.canary.Search;
import health.backstep.stack.platform.ServiceName;
import java.nio.file.Path;
import java.util.List;

/** Where a run's canaries are looked for, and what proves that it was done. */
final class Searching {

  private static final String TABLE = "table ";
  private static final String TOPIC = "topic ";
  private static final String ERASED = "erased ";
  private static final String LOG = "log ";

  private final Ground ground;
  private final Heard heard;
  private final Dump dump;
  private final Path folder;
  private final Search search;

  Searching(Ground ground, Heard heard, Dump dump, Planted planted, Rules rules, Path folder) {
    this.ground = ground;
    this.heard = heard;
    this.dump = dump;
    this.folder = folder;
    this.search = new Search(planted, rules);
  }

  /**
   * Topics and databases while the patients are there.
   *
   * @param patient of the story, who has to be found
   */
  void beforeErasure(String patient) {
    for (String table : List.of("profile.patient", "plan.plan_version", "session.inbox_event")) {
      search.awaiting(TABLE + table, patient);
    }
    for (String topic :
        List.of("pt.profile.events.v1", "pt.session.events.v1", "pt.plan.events.v1")) {
      search.awaiting(TOPIC + topic, patient);
    }
    search.awaiting(TOPIC + "__consumer_offsets", "plan-service");
    dump.read((table, rows) -> search.look(TABLE + table, rows));
    TopicContents.read(ground.cluster().kafka())
        .all((topic, record) -> search.look(TOPIC + topic, record));
  }

  /** Both again, and all that was said in the meantime. */
  Report afterErasure() {
    awaitMarks();
    new Pages(ground, heard).read();
    dump.read((table, rows) -> search.look(ERASED + TABLE + table, rows));
    TopicContents.read(ground.cluster().kafka())
        .compacted((topic, record) -> search.look(ERASED + TOPIC + topic, record));
    new LogFiles(folder).read((process, log) -> search.look(LOG + process, log));
    heard.all().forEach(said -> search.look(said.place(), said.content()));
    return search.report();
  }

  private void awaitMarks() {
    for (ServiceName service : ServiceName.values()) {
      search
          .awaiting(LOG + service.processName() + "-1", "This instance relays the outbox")
          .awaiting(Pages.metrics(service), "http_server_requests_seconds_count")
          .awaiting(Pages.health(service), "\"UP\"")
          .awaiting(ERASED + TABLE + service.database() + ".erased_patient", Bearer.TENANT);
    }
    search
        .awaiting(LOG + "postgres", "database system is ready to accept connections")
        .awaiting(LOG + "broker-1", "Performing controller activation")
        .awaiting(Heard.PROBLEMS, "urn:backstep:problem:")
        .awaiting(Heard.MESSAGES, "plan.changed")
        .awaiting(Heard.SPANS, "/v1/patients/{patientId}")
        .awaiting(ERASED + TOPIC + "pt.plan.events.v1", "pt.plan.patient-erased.v1");
  }
}
