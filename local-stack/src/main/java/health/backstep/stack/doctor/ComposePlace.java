package health.backstep.stack.doctor;

import health.backstep.stack.platform.ServiceName;

/**
 * The containers of docker-compose.yml.
 *
 * @param database host and port by which this machine reaches PostgreSQL
 */
public record ComposePlace(String database) implements Place {

  private static final String CREDENTIALS =
      "BACKSTEP_DATABASE_USER=postgres"
          + " BACKSTEP_DATABASE_PASSWORD=$(cat .backstep/secrets/postgres-password) ";

  @Override
  public String start() {
    return "docker compose up -d --wait";
  }

  @Override
  public String startRest() {
    return start();
  }

  @Override
  public String status() {
    return "docker compose ps --all";
  }

  @Override
  public String logs(String part) {
    return "docker compose logs --tail 50 " + part;
  }

  @Override
  public String restart(String part) {
    return "docker compose restart " + part;
  }

  @Override
  public String migrateAgain(ServiceName service) {
    return "docker compose exec postgres psql -U postgres -d %s -c 'delete from flyway_schema_history where not success' && %s"
        .formatted(service.database(), restart(service.processName()));
  }

  @Override
  public String deadLetters(ServiceName service) {
    return "%s./backstep dlq list --service %s --database-url %s"
        .formatted(CREDENTIALS, service.database(), url(service));
  }

  @Override
  public String rebuild(String topic, ServiceName owner) {
    return "%s./backstep rebuild %s --database-url %s".formatted(CREDENTIALS, topic, url(owner));
  }

  @Override
  public String makeTopics(String bootstrapServers) {
    return "docker compose up create-topics";
  }

  private String url(ServiceName service) {
    return "jdbc:postgresql://%s/%s".formatted(database, service.database());
  }
}
