package health.backstep.backbone.audit;

import java.net.URI;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a call is about, by ids alone.
 *
 * @param type the collection, such as {@code sessions}; null for a call about no single thing
 * @param id of the thing in it, a UUID or a number; null when it has another kind of name
 * @param patientId whose it is; null when it belongs to no patient
 */
record AuditObject(@Nullable String type, @Nullable String id, @Nullable UUID patientId) {

  static final AuditObject NONE = new AuditObject(null, null, null);

  private static final String UUID_FORM =
      "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
  private static final Pattern PATIENT = Pattern.compile("/patients/(" + UUID_FORM + ")");
  private static final Pattern LAST =
      Pattern.compile("/([a-z-]+)/(" + UUID_FORM + "|[0-9]{1,9})/?$");
  private static final Pattern ID = Pattern.compile(UUID_FORM + "|[0-9]{1,9}");

  /** What a location of ours names. */
  static AuditObject at(URI location) {
    Matcher last = LAST.matcher(location.getPath());
    Matcher patient = PATIENT.matcher(location.getPath());
    UUID patientId = patient.find() ? UUID.fromString(patient.group(1)) : null;
    return last.find()
        ? new AuditObject(last.group(1), last.group(2), patientId)
        : new AuditObject(null, null, patientId);
  }

  /** A name that a caller gave, if it is an id; anything else could be his own text. */
  static @Nullable String idOrNull(@Nullable String given) {
    return given != null && ID.matcher(given).matches() ? given : null;
  }

  static @Nullable UUID uuidOrNull(@Nullable String given) {
    String id = idOrNull(given);
    return id != null && id.length() == 36 ? UUID.fromString(id) : null;
  }

  AuditObject of(@Nullable UUID otherPatient) {
    return otherPatient == null ? this : new AuditObject(type, id, otherPatient);
  }

  /** A refused call found no such thing, or did not look: only the patient can be checked. */
  AuditObject asRefused() {
    return new AuditObject(type, type != null && type.equals("patients") ? id : null, patientId);
  }
}
