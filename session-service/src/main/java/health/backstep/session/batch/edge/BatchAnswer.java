package health.backstep.session.batch.edge;

import java.util.List;

/** What became of each item, in the order of the request. */
public record BatchAnswer(List<ItemAnswer> items) {

  /** Nothing in it could come out otherwise when the batch is sent again. */
  boolean lasts() {
    return items.stream().noneMatch(ItemAnswer::mayYetBeRecorded);
  }
}
