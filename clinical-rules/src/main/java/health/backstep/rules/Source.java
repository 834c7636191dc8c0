package health.backstep.rules;

import java.util.Objects;

/** What a rule, an exercise or an education item may cite, by its id. */
public sealed interface Source {

  String id();

  /** What it says that matters here, in our own words. */
  String text();

  /** One of the five articles that Backstep is built on, for example {@code DERRY}. */
  record Article(String id, String title, String text) implements Source {
    public Article {
      Objects.requireNonNull(id, "an article without an id");
      Objects.requireNonNull(title, "title of " + id);
      Objects.requireNonNull(text, "text of " + id);
    }
  }

  /**
   * One statement of an article, for example {@code DERRY-CLEAR}.
   *
   * @param article key of the article, with which the id begins
   */
  record Statement(String id, String article, String text) implements Source {
    public Statement {
      Objects.requireNonNull(id, "a statement without an id");
      Objects.requireNonNull(article, "article of " + id);
      Objects.requireNonNull(text, "text of " + id);
    }
  }

  /**
   * A study, guideline or textbook, for example {@code SURI-2011}.
   *
   * @param citation authors, title and place of publication
   * @param doi without the resolver's address; empty when it is not known for sure
   */
  record Paper(String id, String citation, String doi, String text) implements Source {
    public Paper {
      Objects.requireNonNull(id, "a paper without an id");
      Objects.requireNonNull(citation, "citation of " + id);
      Objects.requireNonNull(text, "text of " + id);
      doi = doi == null ? "" : doi;
    }
  }
}
