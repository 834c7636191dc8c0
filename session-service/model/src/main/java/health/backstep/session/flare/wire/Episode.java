package health.backstep.session.flare.wire;

/** What a report did to a flare's episode (FL-EPISODE). */
public enum Episode {
  OPENED,
  ESCALATED,
  CONTINUED
}
