package health.backstep.faults.nemesis;

/** A request that goes through the whole platform, told by the run that knows the patients. */
@FunctionalInterface
public interface Probe {

  /** True when the request had its effect; an exception counts as no. */
  boolean works() throws Exception;
}
