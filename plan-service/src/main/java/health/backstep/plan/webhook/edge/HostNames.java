package health.backstep.plan.webhook.edge;

import java.net.InetAddress;
import java.util.List;

/** Finds what a host's name stands for. */
@FunctionalInterface
interface HostNames {

  /** All addresses at this moment; none when there is no such name or no answer in time. */
  List<InetAddress> addresses(String host);
}
