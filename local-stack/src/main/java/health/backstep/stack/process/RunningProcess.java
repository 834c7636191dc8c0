package health.backstep.stack.process;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A process of the stack as later commands find it.
 *
 * @param started see {@link ProcessIdentity}; with it a pid that was given out again is recognised
 * @param url where to reach it
 */
public record RunningProcess(
    String name, Part part, long pid, String started, int port, String url) {

  public static RunningProcess of(Child child, Part part, int port, String url) {
    ProcessIdentity identity = child.identity();
    return new RunningProcess(child.name(), part, identity.pid(), identity.started(), port, url);
  }

  @JsonIgnore
  public ProcessIdentity identity() {
    return new ProcessIdentity(pid, started);
  }

  @JsonIgnore
  public boolean isAlive() {
    return identity().isAlive();
  }
}
