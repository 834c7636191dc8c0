package health.backstep.docs;

import health.backstep.rules.Source;
import health.backstep.rules.Sources;

/** Everything that is cited, each at an anchor, and what nothing can carry. */
final class SourceList {

  private static final String DOI = "https://doi.org/";

  private final Sources sources;

  SourceList(Sources sources) {
    this.sources = sources;
  }

  void write(Markdown page) {
    page.heading(3, "The five articles");
    write(page, Source.Article.class);
    page.heading(3, "What they say");
    write(page, Source.Statement.class);
    page.heading(3, "Papers and guidelines");
    write(page, Source.Paper.class);
    page.heading(3, "What no rule and no exercise carries");
    sources
        .exclusions()
        .forEach(it -> page.point("**" + Markdown.link(it.id()) + "**: " + it.reason()));
    page.end();
  }

  private void write(Markdown page, Class<? extends Source> kind) {
    sources.all().stream()
        .filter(kind::isInstance)
        .forEach(
            it -> page.point(Markdown.anchor(it.id()) + "**" + it.id() + "**: " + described(it)));
    page.end();
  }

  private static String described(Source source) {
    return switch (source) {
      case Source.Article article -> article.title() + ". " + article.text();
      case Source.Statement statement -> statement.text();
      case Source.Paper paper -> paper.text() + " " + paper.citation() + doi(paper);
    };
  }

  private static String doi(Source.Paper paper) {
    return paper.doi().isEmpty()
        ? ""
        : " [doi "
            + paper.doi()
            + "]("
            + DOI
            + paper.doi().replace("(", "%28").replace(")", "%29")
            + ")";
  }
}
