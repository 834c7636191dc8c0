package health.backstep.faults.cluster;

import health.backstep.faults.proxy.TcpProxy;
import health.backstep.stack.platform.ServiceName;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** One process of a service, reached through a proxy of ours. */
public interface Instance extends Part {

  ServiceName service();

  /** Where clients reach it: through {@link #clients()}. */
  URI url();

  /** Where it listens itself, for health and metrics. */
  URI directUrl();

  /** What its JVM was given besides the usual. */
  List<String> jvmArguments();

  /** Between the clients and it. */
  TcpProxy clients();

  /** Between it and the database; nothing where nobody can stand between them. */
  Optional<TcpProxy> toDatabase();
}
