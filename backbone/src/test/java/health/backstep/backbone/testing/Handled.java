package health.backstep.backbone.testing;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import health.backstep.backbone.inbox.EventHandler;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a service reads, to hold it against the contract. */
public final class Handled {

  private Handled() {}

  /** The types of events that the handlers take, by topic. */
  public static Map<String, Set<String>> typesByTopic(Stream<EventHandler> handlers) {
    return handlers.collect(
        groupingBy(EventHandler::topic, flatMapping(handler -> handler.types().stream(), toSet())));
  }
}
