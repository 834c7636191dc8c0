package health.backstep.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void breaks_lines_between_words_and_leaves_a_long_word_whole() {
    assertThat(Page.wrapped("one two three fourteenletters five", 9))
        .containsExactly("one two", "three", "fourteenletters", "five");
  }

  @ParameterizedTest
  @CsvSource({"20, 80", "80, 80", "92, 92", "100, 100", "240, 100"})
  void uses_80_to_100_columns(int columns, int used) {
    assertThat(page(columns, StandardCharsets.UTF_8).width()).isEqualTo(used);
  }

  @Test
  void indents_a_paragraph_under_its_lead() {
    page(80, StandardCharsets.UTF_8).paragraph("Mon  ", 5, "word ".repeat(20).strip(), t -> t);
    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0)).startsWith("Mon  word").hasSizeLessThanOrEqualTo(80);
    assertThat(lines().get(1)).startsWith("     word");
  }

  @Test
  void puts_a_citation_on_the_same_line_only_where_it_fits() {
    Page page = page(80, StandardCharsets.UTF_8);
    page.cited(" ", 1, "Short.", "[RG-TEMP, trial: Suri 2011]");
    page.cited(" ", 1, "long ".repeat(13).strip(), "[RG-TEMP, trial: Suri 2011]");
    assertThat(lines())
        .containsExactly(
            " Short.  [RG-TEMP, trial: Suri 2011]",
            " " + "long ".repeat(13).strip(),
            " [RG-TEMP, trial: Suri 2011]");
  }

  @Test
  void has_stand_ins_for_signs_that_the_output_cannot_show() {
    page(80, StandardCharsets.US_ASCII).line("▼ Plan 2 “ouch” █▄");
    assertThat(lines()).containsExactly("v Plan 2 \"ouch\" #.");
  }

  @ParameterizedTest
  @CsvSource({"true,,, true", "false,,, false", "true, 1,, false", "true,, dumb, false"})
  void is_coloured_on_a_terminal_that_wants_it(
      boolean terminal, String noColour, String kind, boolean coloured) {
    Map<String, String> environment =
        Map.of(
            "NO_COLOR", noColour == null ? "" : noColour,
            "TERM", kind == null ? "xterm" : kind);
    assertThat(Ink.of(terminal, environment).colour()).isEqualTo(coloured);
  }

  private Page page(int columns, Charset charset) {
    return new Page(new PrintStream(written, true, charset), Ink.PLAIN, columns);
  }

  private List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
