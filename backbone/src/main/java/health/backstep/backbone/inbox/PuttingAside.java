package health.backstep.backbone.inbox;

import health.backstep.backbone.event.EventEnvelope;
import jakarta.enterprise.context.ApplicationScoped;

/** Dead-letters an event in its stream's place, inside the running transaction of its tenant. */
@ApplicationScoped
class PuttingAside {

  private final DeadLetters deadLetters;
  private final InboxStreams streams;
  private final TakenEvents taken;
  private final Gaps gaps;

  PuttingAside(DeadLetters deadLetters, InboxStreams streams, TakenEvents taken, Gaps gaps) {
    this.deadLetters = deadLetters;
    this.streams = streams;
    this.taken = taken;
    this.gaps = gaps;
  }

  /** Puts an event aside and lets its stream go on, if it was its turn. */
  Then put(ReadEvent incoming, DeadLetterCause cause, String reason) {
    EventEnvelope event = incoming.event();
    deadLetters.put(incoming.record(), cause, reason);
    Position at = streams.lock(incoming.stream()).orElseThrow(Taking::foreign);
    if (cause == DeadLetterCause.SEQUENCE_TOO_FAR_AHEAD) {
      return Then.NOTHING;
    }
    if (at.isNext(event.sequence()) && !at.anotherIsParkedNext(event.id())) {
      if (streams.note(event, InboxOutcome.DEAD_LETTERED) == Noted.ID_KNOWN) {
        streams.goPast(incoming.stream(), event.sequence());
      }
      gaps.open(incoming.stream(), event.sequence(), event.sequence(), Gaps.Because.DEAD_LETTER);
    } else {
      taken.noteAside(event, InboxOutcome.DEAD_LETTERED);
    }
    return Then.PARKED_IS_NEXT;
  }
}
