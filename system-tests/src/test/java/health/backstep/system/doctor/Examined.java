package health.backstep.system.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.cli.Backstep;
import io.restassured.path.json.JsonPath;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the doctor said.
 *
 * @param findings its JSON: {@code severity}, {@code check}, {@code where}, {@code what} and {@code
 *     do}
 */
record Examined(int exit, List<Map<String, String>> findings) {

  static Examined of(Path data) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Backstep.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "doctor",
            "--json",
            "--data",
            data.toString());
    assertThat(err.toString()).isEmpty();
    return new Examined(exit, JsonPath.from(out.toString()).getList("checks"));
  }

  /** Whether something is wrong with that, and this is a part of what to do. */
  boolean finds(String check, String where, String remedy) {
    return findings.stream()
        .filter(finding -> finding.get("severity").equals("wrong"))
        .filter(finding -> finding.get("check").equals(check))
        .filter(finding -> finding.get("where").contains(where))
        .anyMatch(finding -> finding.get("do").contains(remedy));
  }
}
