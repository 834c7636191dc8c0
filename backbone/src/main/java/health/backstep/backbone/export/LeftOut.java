package health.backstep.backbone.export;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What is held about patients and not exported.
 *
 * @param name of the table
 * @param because why nothing is missing without it, one sentence
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LeftOut(String name, String because) {}
