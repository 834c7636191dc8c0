package health.backstep.faults.nemesis;

import health.backstep.stack.platform.ServiceName;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics that services read, and what their readers do with a record. */
enum EventTopic {
  PROFILE_EVENTS(
      ServiceName.PROFILE,
      "pt.profile.assessment-completed.v1",
      ServiceName.PLAN,
      ServiceName.SESSION),
  SESSION_EVENTS(
      ServiceName.SESSION, "pt.session.red-flag-raised.v1", ServiceName.PLAN, ServiceName.PROFILE),
  PLAN_EVENTS(ServiceName.PLAN, "pt.plan.plan-generated.v1", ServiceName.SESSION);

  private final ServiceName sender;
  private final String handledType;
  private final Set<ServiceName> readers;

  EventTopic(ServiceName sender, String handledType, ServiceName... readers) {
    this.sender = sender;
    this.handledType = handledType;
    this.readers = Set.of(readers);
  }

  String topic() {
    return "pt." + sender.database() + ".events.v1";
  }

  /** The source of its events. */
  String source() {
    return "/" + sender.processName();
  }

  /** A type of event whose payload every reader reads. */
  String handledType() {
    return handledType;
  }

  /** Each of them has to refuse what cannot be read. */
  Set<ServiceName> readers() {
    return readers;
  }

  static Set<EventTopic> readBy(ServiceName service) {
    return Stream.of(values())
        .filter(topic -> topic.readers.contains(service))
        .collect(Collectors.toUnmodifiableSet());
  }
}
