package health.backstep.stack.doctor;

import health.backstep.stack.platform.ServiceName;

/** Where the platform runs, as far as commands differ by it. */
public sealed interface Place permits LocalPlace, ComposePlace, Elsewhere {

  /** Starts what is not running. */
  String start();

  /** Starts what has ended while other parts go on. */
  String startRest();

  /** Shows which parts run. */
  String status();

  /** Shows what a part has printed last. */
  String logs(String part);

  /** Ends a part and starts it again. */
  String restart(String part);

  /** Makes a service forget its failed migrations and make them once more. */
  String migrateAgain(ServiceName service);

  /** Shows the open dead letters of a service. */
  String deadLetters(ServiceName service);

  /** Sends a topic again out of its owner's outbox. */
  String rebuild(String topic, ServiceName owner);

  /** Makes the topics that are missing. */
  String makeTopics(String bootstrapServers);
}
