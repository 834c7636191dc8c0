package health.backstep.security.fuzz.run;

import health.backstep.security.fuzz.Shot;
import health.backstep.stack.platform.ServiceName;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** One connection to each service, for one thread. */
final class Lines implements AutoCloseable {

  private final Map<ServiceName, Line> lines = new EnumMap<>(ServiceName.class);

  Lines(Function<ServiceName, URI> urls) {
    for (ServiceName service : ServiceName.values()) {
      lines.put(service, new Line(urls.apply(service)));
    }
  }

  Answer send(Shot shot) {
    return lines.get(shot.operation().service()).send(shot);
  }

  @Override
  public void close() {
    lines.values().forEach(Line::close);
  }
}
