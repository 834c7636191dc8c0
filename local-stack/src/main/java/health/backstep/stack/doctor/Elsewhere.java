package health.backstep.stack.doctor;

import health.backstep.stack.platform.ServiceName;

/** Somewhere that only the operator knows, who knows the commands there. */
public record Elsewhere() implements Place {

  @Override
  public String start() {
    return "start it where it runs";
  }

  @Override
  public String startRest() {
    return start();
  }

  @Override
  public String status() {
    return "see what runs there";
  }

  @Override
  public String logs(String part) {
    return "read the log of %s where it runs".formatted(part);
  }

  @Override
  public String restart(String part) {
    return "start %s again where it runs".formatted(part);
  }

  @Override
  public String migrateAgain(ServiceName service) {
    return "start %s where it runs with QUARKUS_FLYWAY_REPAIR_AT_START=true"
        .formatted(service.processName());
  }

  @Override
  public String deadLetters(ServiceName service) {
    return "./backstep dlq list --service %s --database-url %s"
        .formatted(service.database(), url(service));
  }

  @Override
  public String rebuild(String topic, ServiceName owner) {
    return "./backstep rebuild %s --database-url %s".formatted(topic, url(owner));
  }

  @Override
  public String makeTopics(String bootstrapServers) {
    return "./backstep topics --bootstrap " + bootstrapServers;
  }

  private static String url(ServiceName service) {
    return "jdbc:postgresql://HOST:PORT/" + service.database();
  }
}
