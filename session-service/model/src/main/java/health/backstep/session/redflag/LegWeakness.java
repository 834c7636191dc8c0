package health.backstep.session.redflag;

import java.util.Optional;

/** The answer to the question about weakness in the legs. */
public enum LegWeakness {
  NONE(Optional.empty()),
  ONE_SIDE_STABLE(Optional.of(RedFlag.LEG_WEAKNESS_ONE_SIDE_STABLE)),
  ONE_SIDE_PROGRESSIVE(Optional.of(RedFlag.LEG_WEAKNESS_ONE_SIDE_PROGRESSIVE)),
  BOTH_SIDES(Optional.of(RedFlag.LEG_WEAKNESS_BOTH_SIDES)),
  /** Within hours or days, on whichever side. */
  QUICKLY_WORSENING(Optional.of(RedFlag.LEG_WEAKNESS_QUICKLY_WORSENING));

  private final Optional<RedFlag> flag;

  LegWeakness(Optional<RedFlag> flag) {
    this.flag = flag;
  }

  /** The warning sign that this answer is, if it is one. */
  public Optional<RedFlag> flag() {
    return flag;
  }
}
