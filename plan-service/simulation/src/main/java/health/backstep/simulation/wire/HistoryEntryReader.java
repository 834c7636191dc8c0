package health.backstep.simulation.wire;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.profile.assessment.wire.AssessmentRequest;
import health.backstep.profile.clearance.wire.ClearanceRequest;
import health.backstep.session.checkin.wire.CheckInRequest;
import health.backstep.session.flare.wire.FlareRequest;
import health.backstep.session.workout.wire.SessionRequest;
import health.backstep.simulation.wire.HistoryEntry.Unclear;
import health.backstep.wire.Fault;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the entries of a history apart: by their {@code type}, or by the fields that only one kind
 * has. What belongs to another kind is then refused by name, so nothing is taken for something
 * else.
 */
final class HistoryEntryReader extends JsonDeserializer<HistoryEntry> {

  private static final String TYPE = "type";

  @Override
  public HistoryEntry deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    JsonNode tree = context.readTree(json);
    if (!(tree instanceof ObjectNode entry)) {
      return context.reportInputMismatch(HistoryEntry.class, "an entry is a JSON object");
    }
    JsonNode type = entry.remove(TYPE);
    List<EntryKind> fitting = fitting(entry);
    if (type == null) {
      return fitting.size() == 1 ? read(fitting.getFirst(), entry, context) : unclear();
    }
    EntryKind told = value(type, TYPE, EntryKind.class, context);
    return told == null || (!fitting.isEmpty() && !fitting.contains(told))
        ? doesNotFit()
        : read(told, entry, context);
  }

  /** The kinds that the most fields speak for; none when no field speaks for any. */
  private static List<EntryKind> fitting(ObjectNode entry) {
    Map<EntryKind, Long> marks = new HashMap<>();
    for (EntryKind kind : EntryKind.values()) {
      marks.put(kind, kind.ownFields().stream().filter(entry::has).count());
    }
    long most = marks.values().stream().max(comparing(Long::longValue)).orElse(0L);
    return Arrays.stream(EntryKind.values())
        .filter(kind -> most > 0 && marks.get(kind) == most)
        .toList();
  }

  private static HistoryEntry read(EntryKind kind, ObjectNode entry, DeserializationContext context)
      throws IOException {
    return switch (kind) {
      case SESSION -> {
        UUID sessionId = take(entry, EntryKind.SESSION_ID, UUID.class, context);
        yield new HistoryEntry.Session(
            sessionId, context.readTreeAsValue(entry, SessionRequest.class));
      }
      case CHECK_IN -> {
        UUID sessionId = take(entry, EntryKind.SESSION_ID, UUID.class, context);
        yield new HistoryEntry.CheckIn(
            sessionId, context.readTreeAsValue(entry, CheckInRequest.class));
      }
      case FLARE -> new HistoryEntry.Flare(context.readTreeAsValue(entry, FlareRequest.class));
      case ASSESSMENT ->
          new HistoryEntry.Assessment(context.readTreeAsValue(entry, AssessmentRequest.class));
      case CLEARANCE -> {
        OffsetDateTime at = take(entry, EntryKind.RECORDED_AT, OffsetDateTime.class, context);
        yield new HistoryEntry.Clearance(
            at, context.readTreeAsValue(entry, ClearanceRequest.class));
      }
    };
  }

  private static <T> @Nullable T take(
      ObjectNode entry, String field, Class<T> as, DeserializationContext context)
      throws IOException {
    JsonNode value = entry.remove(field);
    return value == null || value.isNull() ? null : value(value, field, as, context);
  }

  private static <T> T value(
      JsonNode value, String field, Class<T> as, DeserializationContext context)
      throws IOException {
    try {
      return context.readTreeAsValue(value, as);
    } catch (JsonMappingException e) {
      e.prependPath(HistoryEntry.class, field);
      throw e;
    }
  }

  private static HistoryEntry unclear() {
    return new Unclear(
        new Fault(
            "",
            "ENTRY_UNCLEAR",
            "It cannot be told what this is; send its type, or the fields of one kind: "
                + EntryKind.howToTellApart()
                + "."));
  }

  private static HistoryEntry doesNotFit() {
    return new Unclear(
        new Fault(
            "/" + TYPE,
            "ENTRY_TYPE_DOES_NOT_FIT",
            "The fields are those of another kind: " + EntryKind.howToTellApart() + "."));
  }
}
