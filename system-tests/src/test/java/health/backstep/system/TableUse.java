package health.backstep.system;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A place at which a statement names a table of tenants.
 *
 * @param how {@code from}, {@code join}, {@code using}, {@code update} or {@code into}
 * @param alias by which the rest of the statement calls it; the table's own name when it has none
 */
record TableUse(String how, String table, String column, String alias) {

  private static final Set<String> NO_ALIAS =
      Set.of(
          "where",
          "set",
          "on",
          "using",
          "join",
          "left",
          "cross",
          "order",
          "group",
          "limit",
          "for",
          "values",
          "select",
          "returning",
          "inner",
          "union",
          "fetch",
          "having",
          "and",
          "or",
          "as",
          "from",
          "with",
          "lateral",
          "not");

  static List<TableUse> in(SqlText statement, TenantTables tables) {
    return Pattern.compile(
            "\\b(from|join|update|into|using)\\s+(?:only\\s+)?("
                + tables.anyName()
                + ")\\b(?:(?=\\s+(?:as\\s+)?([a-z_]\\w*)))?")
        .matcher(statement.text())
        .results()
        .map(found -> of(found, tables))
        .toList();
  }

  private static TableUse of(MatchResult found, TenantTables tables) {
    String table = found.group(2);
    String alias =
        found.group(3) == null || NO_ALIAS.contains(found.group(3)) ? table : found.group(3);
    return new TableUse(found.group(1), table, tables.columns().get(table), alias);
  }

  /** Whether the statement says of which tenant the rows are, or that they are of one tenant. */
  boolean isOfOneTenant(SqlText statement) {
    return how.equals("into") ? isGivenIn(statement) : isComparedIn(statement);
  }

  private boolean isGivenIn(SqlText statement) {
    return statement.has("into " + table + " \\([^)]*(\\b" + column + "\\b|%)");
  }

  private boolean isComparedIn(SqlText statement) {
    String named =
        alias.equals(table)
            ? "(?<![\\w.])(?:" + table + "\\.)?" + column + "\\b"
            : "(?<![\\w.])" + alias + "\\." + column + "\\b";
    String joined = "(?<![\\w.])" + alias + "\\." + column + "\\b";
    return statement.has("using \\(\\s*" + column + "\\b")
        || statement.has(named + "\\s*=")
        || statement.has("=\\s*" + joined)
        || statement.has("\\(\\s*" + named + "\\s*,[^()]*\\)\\s*(=|in\\b)")
        || statement.has("=\\s*\\(\\s*" + joined + "\\s*,");
  }
}
