package health.backstep.stack.audit;

import health.backstep.wire.audit.ChainCheck;
import health.backstep.wire.audit.ChainHead;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The checks of one service's chains, each begun behind what was removed for its age. */
final class Checks {

  private final Map<String, ChainHead> anchors;
  private final List<ChainHead> kept;
  private final SortedMap<String, ChainCheck> begun = new TreeMap<>();

  Checks(Map<String, ChainHead> anchors, List<ChainHead> kept) {
    this.anchors = anchors;
    this.kept = kept;
  }

  /** Looks at a chain even if it turns out that it has no lines. */
  void begin(String chain) {
    begun.computeIfAbsent(
        chain,
        name ->
            new ChainCheck(
                anchors.getOrDefault(name, ChainHead.beginning(name)),
                kept.stream().filter(head -> head.chain().equals(name)).toList()));
  }

  ChainCheck of(String chain) {
    begin(chain);
    return begun.get(chain);
  }

  SortedMap<String, ChainCheck> begun() {
    return Collections.unmodifiableSortedMap(begun);
  }
}
