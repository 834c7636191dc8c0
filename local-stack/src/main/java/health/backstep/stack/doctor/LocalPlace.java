package health.backstep.stack.doctor;

import health.backstep.stack.platform.ServiceName;

/**
 * The stack of a data folder on this machine.
 *
 * @param option what to add to a command so that it is about this folder
 */
public record LocalPlace(String option) implements Place {

  @Override
  public String start() {
    return "./backstep up --detach" + option;
  }

  /** A stack of which a part still runs is not started. */
  @Override
  public String startRest() {
    return "./backstep down%s && %s".formatted(option, start());
  }

  @Override
  public String status() {
    return "./backstep status" + option;
  }

  @Override
  public String logs(String part) {
    return "./backstep logs %s -n 50%s".formatted(part.replace("-service", ""), option);
  }

  /** All parts: a stack is started and stopped as one. */
  @Override
  public String restart(String part) {
    return startRest();
  }

  @Override
  public String migrateAgain(ServiceName service) {
    return "./backstep down%s && QUARKUS_FLYWAY_REPAIR_AT_START=true %s".formatted(option, start());
  }

  @Override
  public String deadLetters(ServiceName service) {
    return "./backstep dlq list --service %s%s".formatted(service.database(), option);
  }

  @Override
  public String rebuild(String topic, ServiceName owner) {
    return "./backstep rebuild %s%s".formatted(topic, option);
  }

  @Override
  public String makeTopics(String bootstrapServers) {
    return "./backstep topics --bootstrap " + bootstrapServers;
  }
}
