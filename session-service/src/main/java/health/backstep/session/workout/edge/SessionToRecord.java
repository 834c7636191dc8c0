package health.backstep.session.workout.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import health.backstep.backbone.audit.WrittenLine;
import health.backstep.session.course.edge.CourseDocument;
import health.backstep.session.workout.wire.SessionRequest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database's function {@code record_session} is given, by its names. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SessionToRecord(
    UUID patientId,
    int planVersion,
    UUID revision,
    UUID nextRevision,
    CourseDocument course,
    UUID sessionId,
    Instant startedAt,
    SessionRequest request,
    SessionAnswer answer,
    UUID readingId,
    Instant readAt,
    int pain,
    UUID eventId,
    String topic,
    Map<String, String> headers,
    String payload,
    @Nullable String client,
    @Nullable String key,
    @Nullable UUID itemId,
    @Nullable String fingerprint,
    int status,
    String body,
    @Nullable String location,
    @Nullable WrittenLine line) {}
