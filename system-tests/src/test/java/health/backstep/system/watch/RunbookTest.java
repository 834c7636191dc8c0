package health.backstep.system.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages of the runbook that belong to no single alert are found, whole and lead on. */
class RunbookTest {

  private static final Pattern PART = Pattern.compile("(?ms)^## Situations\\n(.*?)(?=^## |\\z)");
  private static final Pattern PAGE = Pattern.compile("(?ms)^### ([^\\n]+)\\n(.*?)(?=^### |\\z)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{2,} (.+)$");
  private static final Pattern LINK = Pattern.compile("\\]\\(#([a-z0-9-]+)\\)");

  private final String runbook = WatchFiles.text("docs/runbook.md");

  private record Page(String name, String text) {}

  @Test
  void each_situation_has_its_page_and_each_page_is_listed_in_order() {
    String list = situations().substring(0, situations().indexOf("\n### "));

    assertThat(pages()).hasSizeGreaterThan(5);
    assertThat(found(LINK, list))
        .containsExactlyElementsOf(
            pages().stream().map(Page::name).map(RunbookTest::anchor).toList());
  }

  @Test
  void each_page_names_a_command_and_says_what_to_expect() {
    assertThat(pages())
        .allSatisfy(page -> assertThat(page.text()).contains("\n```sh\n", "\nExpect: "));
  }

  @Test
  void what_commands_print_stands_in_its_place() {
    assertThat(runbook).doesNotContain("PASTE(");
  }

  @Test
  void each_link_within_leads_to_a_page() {
    List<String> anchors = found(HEADING, runbook).stream().map(RunbookTest::anchor).toList();

    assertThat(anchors).doesNotHaveDuplicates().containsAll(found(LINK, runbook));
  }

  private String situations() {
    return found(PART, runbook).getFirst();
  }

  private List<Page> pages() {
    return matches(PAGE, situations())
        .map(match -> new Page(match.group(1), match.group(2)))
        .toList();
  }

  /** As a page on the web names a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  private static List<String> found(Pattern pattern, String text) {
    return matches(pattern, text).map(match -> match.group(1)).toList();
  }

  private static Stream<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }
}
