package health.backstep.plan.change.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.plan.change.ChangeType;
import health.backstep.wire.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader is in a tenant's feed, and what of it is wanted.
 *
 * @param after the number of the last change that was seen
 */
record FeedPlace(String tenant, Set<ChangeType> types, long after) {

  /**
   * What was found from a place on.
   *
   * @param next where to go on; later than the last item when only other types came after it
   */
  record Found<T>(List<T> items, FeedPlace next) {}

  /**
   * The place that a caller asks for, in the tenant's transaction.
   *
   * @param cursor without one the oldest change that is kept
   * @param types without any, all
   * @throws ProblemException 400 for an unknown cursor or type, 410 for a cursor that is too old
   */
  static FeedPlace asked(
      ChangeFeed feed, String tenant, @Nullable String cursor, List<String> types) {
    Set<ChangeType> wanted = wanted(types);
    ChangeFeed.Extent extent = feed.extent(tenant);
    long after = cursor == null ? extent.removed() : ChangeCursor.number(cursor, extent);
    return new FeedPlace(tenant, wanted, after);
  }

  String cursor() {
    return ChangeCursor.after(after);
  }

  FeedPlace at(long number) {
    return new FeedPlace(tenant, types, number);
  }

  private static Set<ChangeType> wanted(List<String> words) {
    Set<ChangeType> wanted = EnumSet.noneOf(ChangeType.class);
    words.forEach(word -> wanted.add(ChangeType.of(word).orElseThrow(FeedPlace::unknownType)));
    return words.isEmpty() ? EnumSet.allOf(ChangeType.class) : wanted;
  }

  private static ProblemException unknownType() {
    String words = String.join(", ", ChangeType.words());
    return new ProblemException(
        400,
        "INVALID_REQUEST",
        "The changes cannot be chosen.",
        List.of(new Fault("/type", "UNKNOWN_VALUE", "Must be one of " + words + ".")));
  }
}
