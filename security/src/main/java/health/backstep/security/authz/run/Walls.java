package health.backstep.security.authz.run;

/** What keeps tenants apart in a run. */
public enum Walls {
  BOTH("both walls"),
  /** The database's roles are let past row-level security. */
  APPLICATION("application wall only"),
  /** Hibernate sees the rows of all tenants. */
  DATABASE("database wall only");

  private final String words;

  Walls(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
