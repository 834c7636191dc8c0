package health.backstep.security.fuzz.run;

import health.backstep.security.fuzz.events.Event;

/** A record where it came to lie. */
record Sent(Event event, int partition, long offset) {

  /** As the dead letters name it. */
  String place() {
    return event.topic() + "/" + partition + "/" + offset;
  }
}
