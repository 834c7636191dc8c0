package health.backstep.profile.export.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import health.backstep.backbone.export.ExportedRow;
import health.backstep.backbone.export.ExportedTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that every spreadsheet reads alike, and none computes. */
class CsvTablesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=HYPERLINK(\"http://evil.example\")",
        "+49 30",
        "-",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1"
      })
  void aTextThatASpreadsheetWouldComputeGetsAnApostrophe(String text) {
    assertThat(CsvTables.cell(TextNode.valueOf(text))).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a=b", "5-6", "2026-11-22T07:00:00Z", "'", "{=", "ä"})
  void anyOtherTextStaysAsItIs(String text) {
    assertThat(CsvTables.cell(TextNode.valueOf(text))).isEqualTo(text);
  }

  @Test
  void aNumberBelowZeroStaysANumber() {
    assertThat(CsvTables.cell(IntNode.valueOf(-5))).isEqualTo("-5");
    assertThat(CsvTables.cell(DoubleNode.valueOf(-0.5))).isEqualTo("-0.5");
    assertThat(CsvTables.cell(NullNode.getInstance())).isEmpty();
  }

  @Test
  void linesAreThoseOfTheStandard() throws IOException {
    assertThat(
            written(
                """
                {"id": 1, "words": "one, two", "more": {"a": "=1", "b": [null]}}
                """,
                """
                {"id": -2, "words": "he said \\"ü\\"\\r\\nand left", "more": null}
                """,
                """
                {"id": true, "words": "=1+1, a"}
                """))
        .isEqualTo(
            """
            id,words,more\r
            1,"one, two","{""a"":""=1"",""b"":[null]}"\r
            -2,"he said ""ü""\r
            and left",\r
            true,"'=1+1, a",\r
            """);
  }

  @Test
  void aTableWithoutRowsStillNamesItsColumns() throws IOException {
    assertThat(written()).isEqualTo("id,words,more\r\n");
  }

  @Test
  void theStreamIsLeftOpenForTheNextTable() throws IOException {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new IllegalStateException("closed");
          }
        };
    new CsvTables(new ObjectMapper()).write(table(), out);
    assertThat(out.size()).isPositive();
  }

  private static String written(String... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvTables(new ObjectMapper()).write(table(rows), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ExportedTable table(String... rows) {
    return new ExportedTable(
        "things",
        "A thing.",
        List.of("id", "words", "more"),
        Stream.of(rows).map(ExportedRow::new).toList());
  }
}
