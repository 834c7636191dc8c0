package health.backstep.backbone.inbox;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.wire.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes one event in, inside the running transaction of its tenant: each event once, each stream in
 * order. What is counted and signalled waits for the commit.
 */
@ApplicationScoped
class Taking {

  /** A patient's events of ten years are fewer. */
  private static final long PLAUSIBLY_AHEAD = 10_000;

  private final InboxStreams streams;
  private final TakenEvents taken;
  private final ParkedEvents parked;
  private final Gaps gaps;
  private final Handling handling;
  private final Effects effects;
  private final String consumer;

  Taking(
      InboxStreams streams,
      TakenEvents taken,
      ParkedEvents parked,
      Gaps gaps,
      Handling handling,
      Effects effects,
      @ConfigProperty(name = "quarkus.application.name") String consumer) {
    this.streams = streams;
    this.taken = taken;
    this.parked = parked;
    this.gaps = gaps;
    this.handling = handling;
    this.effects = effects;
    this.consumer = consumer;
  }

  /**
   * Takes an event in where its stream is.
   *
   * @throws Refused when the record is to be put aside
   * @throws UnreadableEvent when its payload is
   */
  Then take(ReadEvent incoming) {
    return handling.isLastWord(incoming.record())
        ? lastWord(incoming)
        : streams
            .lock(incoming.stream())
            .map(at -> take(incoming, at))
            .orElseGet(() -> ofNobodyHere(incoming));
  }

  private Then take(ReadEvent incoming, Position at) {
    EventEnvelope event = incoming.event();
    if (at.anotherIsParkedNext(event.id())) {
      return Then.PARKED_COMES_FIRST;
    }
    boolean replayed = incoming.record().isReplayedFor(consumer);
    if (at.isNext(event.sequence()) && !replayed) {
      return next(incoming);
    }
    Optional<TakenEvents.Known> known = taken.find(event);
    if (known.isPresent()) {
      return replayed && known.get().outcome() == InboxOutcome.DEAD_LETTERED
          ? late(incoming, at)
          : duplicate(incoming, known.get().outcome());
    }
    if (event.sequence() <= at.last()) {
      return late(incoming, at);
    }
    return at.isNext(event.sequence()) ? next(incoming) : early(incoming, at);
  }

  private Then lastWord(ReadEvent incoming) {
    if (!streams.isHomeOf(incoming.stream())) {
      throw foreign();
    }
    handling.handle(incoming);
    effects.done("taken", incoming);
    return Then.NOTHING;
  }

  /** What comes late of an erased patient is dropped, whoever sent it and whatever it says. */
  private Then ofNobodyHere(ReadEvent incoming) {
    if (!streams.isErased(incoming.stream())) {
      throw foreign();
    }
    effects.done("erased", incoming);
    return Then.NOTHING;
  }

  private Then next(ReadEvent incoming) {
    Noted noted = streams.note(incoming.event(), handling.outcome(incoming));
    if (noted == Noted.ID_KNOWN) {
      return knownAlready(incoming);
    }
    handling.handle(incoming);
    effects.done("taken", incoming);
    return noted == Noted.SUCCESSOR_PARKED ? Then.PARKED_IS_NEXT : Then.NOTHING;
  }

  /** Its id is known although its number is the stream's next one. */
  private Then knownAlready(ReadEvent incoming) {
    EventEnvelope event = incoming.event();
    TakenEvents.Known known = taken.find(event).orElseThrow(Taking::foreign);
    if (!known.stream().equals(incoming.stream()) || known.sequence() != event.sequence()) {
      throw new Refused(
          DeadLetterCause.SEQUENCE_CONFLICT, "its id was taken in before with another sequence");
    }
    streams.goPast(incoming.stream(), event.sequence());
    gaps.open(incoming.stream(), event.sequence(), event.sequence(), Gaps.Because.DEAD_LETTER);
    duplicate(incoming, known.outcome());
    return Then.PARKED_IS_NEXT;
  }

  /**
   * Takes in an event whose number is passed: its id was never seen, or it is a dead letter that an
   * operator sends again. Only a number without an effect so far is free for it, once. Ids are
   * remembered for longer than a sender can send them again, so that this is no old event that
   * comes twice.
   */
  private Then late(ReadEvent incoming, Position at) {
    EventEnvelope event = incoming.event();
    if (!gaps.close(incoming.stream(), event.sequence()) && !at.isNext(event.sequence())) {
      throw new Refused(
          DeadLetterCause.SEQUENCE_CONFLICT, "its sequence was taken in before with another id");
    }
    if (!streams.isHomeOf(incoming.stream())) {
      throw foreign();
    }
    taken.noteAside(event, handling.outcome(incoming));
    if (at.isNext(event.sequence())) {
      streams.goPast(incoming.stream(), event.sequence());
    }
    handling.handle(incoming);
    effects.done("late", incoming);
    return Then.PARKED_IS_NEXT;
  }

  private Then early(ReadEvent incoming, Position at) {
    EventEnvelope event = incoming.event();
    if (event.sequence() > at.last() + PLAUSIBLY_AHEAD) {
      throw new Refused(
          DeadLetterCause.SEQUENCE_TOO_FAR_AHEAD,
          "header ce_sequence is more than %d ahead of the last one taken in"
              .formatted(PLAUSIBLY_AHEAD));
    }
    if (parked.park(incoming)) {
      effects.count("parked", incoming);
      return Then.NOTHING;
    }
    if (parked.holds(event)) {
      effects.count("duplicate", incoming);
      return Then.NOTHING;
    }
    throw new Refused(
        DeadLetterCause.SEQUENCE_CONFLICT, "its sequence has come before with another id");
  }

  /** A dead letter that comes again has still had no effect, so nobody is told that it has. */
  private Then duplicate(ReadEvent incoming, InboxOutcome outcome) {
    if (outcome == InboxOutcome.DEAD_LETTERED) {
      effects.count("duplicate", incoming);
    } else {
      effects.done("duplicate", incoming);
    }
    return Then.NOTHING;
  }

  static Refused foreign() {
    return new Refused(
        DeadLetterCause.FOREIGN_TENANT,
        "the patient's events came first from another tenant than header ce_tenant names");
  }
}
