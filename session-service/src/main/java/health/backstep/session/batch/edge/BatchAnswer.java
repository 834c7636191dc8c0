package health.backstep.session.batch.edge;

import java.util.List;

/** What became of each item, in the order of the request. */
public record BatchAnswer(List<ItemAnswer> items) {

  /**
   * Nothing in it could come out otherwise when the batch is sent again. A refused item may: what
   * it builds on can be on its way.
   */
  boolean lasts() {
    return items.stream().allMatch(ItemAnswer::recorded);
  }
}
