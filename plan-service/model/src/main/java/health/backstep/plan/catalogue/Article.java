package health.backstep.plan.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** The five articles that Backstep is built on, by the keys under which they are cited. */
public enum Article {
  DERRY("the guide by an orthopaedic physical therapist"),
  RTB("Relax The Back"),
  LIVA("LivaFortis"),
  CONC("Concerns About Exercise"),
  BW("the list of best and worst exercises");

  private final String title;

  Article(String title) {
    this.title = title;
  }

  /** As a patient would call it. */
  public String title() {
    return title;
  }

  /** The article of that key. */
  public static Optional<Article> keyed(String key) {
    return Arrays.stream(values()).filter(article -> article.name().equals(key)).findFirst();
  }
}
