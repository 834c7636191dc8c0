package health.backstep.profile.assessment;

/** Movements and positions that can make the pain worse or ease it (LIVA-FIND). */
public enum Movement {
  BENDING,
  SITTING,
  STANDING,
  WALKING,
  LYING_PRONE,
  LYING_SUPINE,
  LYING_SIDE,
  TWISTING,
  LIFTING
}
