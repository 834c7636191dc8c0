package health.backstep.session.reading;

/**
 * Why a record is read as it is.
 *
 * @param rule id of the rule
 * @param text its words for the patient
 */
public record Reason(String rule, String text) {}
