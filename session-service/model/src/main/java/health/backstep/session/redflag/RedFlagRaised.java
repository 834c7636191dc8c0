package health.backstep.session.redflag;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * At least one answer warns of a serious cause.
 *
 * @param urgency the highest among the flags
 * @param flags every one that is up, in the order of {@link RedFlag}; at least one
 */
public record RedFlagRaised(Urgency urgency, Set<RedFlag> flags) {

  public RedFlagRaised {
    flags = Collections.unmodifiableSet(EnumSet.copyOf(flags));
  }
}
