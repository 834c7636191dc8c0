package health.backstep.planted;

import java.util.List;

/** What each bug changes in the services. */
final class Edits {

  private static final String OUTBOX = "health.backstep.backbone.outbox.";

  private Edits() {}

  static List<Edit> of(PlantedBug bug) {
    return switch (bug) {
      case CURSOR_POLLER ->
          List.of(
              Edit.text(
                  OUTBOX + "UnsentEvents",
                  "sent_at is null order by position",
                  """
                  position > (select coalesce(max(position), 0) from outbox
                              where sent_at is not null) order by position"""));
      case TWO_ACTIVE_RELAYS -> List.of(Edit.always(OUTBOX + "UnsentEvents", "lead", true));
    };
  }
}
