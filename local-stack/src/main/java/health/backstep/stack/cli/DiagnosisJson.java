package health.backstep.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import health.backstep.stack.doctor.Diagnosis;
import health.backstep.stack.doctor.Finding;
import java.util.LinkedHashMap;
import java.util.Map;

/** A diagnosis for programs. The names of its fields stay; new ones may come. */
final class DiagnosisJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private DiagnosisJson() {}

  static String of(Diagnosis diagnosis) throws JsonProcessingException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("well", diagnosis.isWell());
    fields.put("checks", diagnosis.findings().stream().map(DiagnosisJson::fields).toList());
    return JSON.writeValueAsString(fields);
  }

  private static Map<String, String> fields(Finding finding) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("severity", finding.severity().word());
    fields.put("check", finding.check());
    fields.put("where", finding.where());
    fields.put("what", finding.what());
    fields.put("do", finding.remedy().orElse(null));
    return fields;
  }
}
