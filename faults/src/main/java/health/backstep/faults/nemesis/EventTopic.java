package health.backstep.faults.nemesis;

import health.backstep.stack.platform.ServiceName;
import java.util.List;
import java.util.Set;

/**
 * A topic that services read, and what its readers do with a record.
 *
 * @param sender whose events it carries
 * @param handledType a type of event whose payload every reader reads
 * @param readers each of them has to refuse what cannot be read
 */
record EventTopic(ServiceName sender, String handledType, Set<ServiceName> readers) {

  static final List<EventTopic> ALL =
      List.of(
          new EventTopic(
              ServiceName.PROFILE,
              "pt.profile.assessment-completed.v1",
              Set.of(ServiceName.PLAN, ServiceName.SESSION)),
          new EventTopic(
              ServiceName.SESSION,
              "pt.session.red-flag-raised.v1",
              Set.of(ServiceName.PLAN, ServiceName.PROFILE)),
          new EventTopic(
              ServiceName.PLAN, "pt.plan.plan-generated.v1", Set.of(ServiceName.SESSION)));

  EventTopic {
    readers = Set.copyOf(readers);
  }

  String topic() {
    return "pt." + sender.database() + ".events.v1";
  }

  /** The source of its events. */
  String source() {
    return "/" + sender.processName();
  }

  static List<EventTopic> readBy(ServiceName service) {
    return ALL.stream().filter(topic -> topic.readers.contains(service)).toList();
  }
}
