package health.backstep.backbone.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What takes from the version before something that it may still need. */
enum Breach {

  /** Gone is what it reads or calls. */
  DROPPED("^drop (table|view|materialized view|schema|sequence|type|domain|function|procedure)\\b"),

  /** Gone is a column that it reads, a value that it relies on, a key that it names in a write. */
  DROPPED_OF_A_TABLE("^alter table .*\\bdrop (column|constraint|default)\\b"),

  RENAMED("^alter .*\\brename\\b"),

  /** It may write what the new type does not hold. */
  OTHER_TYPE("^alter table .*\\balter (column )?\\w+ (set data )?type\\b"),

  /** It may leave the value out. */
  NOT_NULL("^alter table .*\\bset not null\\b"),

  /** It leaves the value out, because it does not know the column. */
  NEW_COLUMN_TO_FILL("\\badd column .*\\b(not null|primary key)\\b") {
    @Override
    boolean isIn(Statement statement, Set<String> newTables) {
      return super.isIn(statement, newTables)
          && COMMA
              .splitAsStream(statement.text())
              .anyMatch(action -> has(action) && !FILLED.matcher(action).find());
    }
  },

  /** It may write what is not allowed any more; a constraint that is NOT VALID forbids it, too. */
  NEW_CONSTRAINT(
      "^alter table .*\\badd (constraint \\w+ )?(check|unique|primary key|foreign key|exclude)\\b"),

  NEW_UNIQUE_INDEX("^create unique index\\b"),

  /** A right of one of the service's roles. */
  TAKEN_RIGHT("^(revoke .* from .*\\$\\{|drop policy\\b)");

  /** Outside of brackets. */
  private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");

  private static final Pattern FILLED = Pattern.compile("\\b(default|generated)\\b");
  private static final Pattern TABLE =
      Pattern.compile("^(?:alter table|create unique index .*? on) (?:if exists |only )*(\\w+)");

  private final Pattern pattern;

  Breach(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  static List<Breach> in(Statement statement, Set<String> newTables) {
    return Arrays.stream(values()).filter(breach -> breach.isIn(statement, newTables)).toList();
  }

  /**
   * Whether it is.
   *
   * @param newTables those that the same file makes: no version before knows them
   */
  boolean isIn(Statement statement, Set<String> newTables) {
    Matcher table = TABLE.matcher(statement.text());
    boolean isNew = table.find() && newTables.contains(table.group(1));
    return !isNew && has(statement.text());
  }

  boolean has(String text) {
    return pattern.matcher(text).find();
  }
}
