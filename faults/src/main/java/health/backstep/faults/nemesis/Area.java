package health.backstep.faults.nemesis;

import java.util.Set;

/**
 * A piece of the platform. Two faults strike at the same time only when they have no area in
 * common, so that each can still be put right.
 */
public enum Area {
  SERVICES,
  BROKERS,
  DATABASE,
  NETWORK;

  static final Set<Area> EVERYTHING = Set.of(values());
}
