package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What Citus asks of tables that are spread over machines by tenant, asked of the services' schemas
 * and statements; and what docs/scaling.md says would have to change.
 */
class ShardRulesTest {

  private static final Path PAGE = Path.of("..", "docs", "scaling.md");
  private static final TenantTables TABLES = TenantTables.ofAllServices();
  private static final List<SqlText> STATEMENTS = SqlText.ofAllServices();

  private static final String CHANGES =
      "^(update|delete)\\b|\\bdo update\\b|\\bupdate \\w+ .*set\\b";
  private static final String CHANGING_FUNCTIONS =
      "\\b(is_erased|is_home|mark_erased|erase_personal|erase_letters|erase_answers|forget_in_audit)\\(";

  private static final String KEYS_WITHOUT_TENANT =
      """
      select i.indexrelid::regclass::text from pg_index i
      where i.indisunique and i.indrelid = any (%1$s) and not exists (
        select from pg_attribute a
        where a.attrelid = i.indrelid and a.attname in ('tenant', 'chain') and a.attnum = any (i.indkey))
      """;

  private static final String REFERENCES_WITHOUT_TENANT =
      """
      select c.conname::text from pg_constraint c
      where c.contype = 'f' and not exists (
        select from unnest(c.conkey, c.confkey) k (own, other)
          join pg_attribute o on o.attrelid = c.conrelid and o.attnum = k.own
          join pg_attribute t on t.attrelid = c.confrelid and t.attnum = k.other
        where o.attname = 'tenant' and t.attname = 'tenant')
      """;

  private static final String OF_TENANTS =
      """
      array(select a.attrelid from pg_attribute a join pg_class t on t.oid = a.attrelid
        where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
          and a.attname in ('tenant', 'chain') and not a.attisdropped)
      """;

  private static final String TRIGGERS =
      "select distinct tgname::text from pg_trigger where not tgisinternal";

  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void theTenantIsInEveryKeyAndEveryReference(ServiceName service) {
    assertThat(Platform.texts(service, KEYS_WITHOUT_TENANT.formatted(OF_TENANTS))).isEmpty();
    assertThat(Platform.texts(service, REFERENCES_WITHOUT_TENANT)).isEmpty();
    assertThat(TABLES.columns()).hasSizeGreaterThan(30).containsEntry("audit_line", "chain");
  }

  @Test
  void everyJoinIsByTheTenant() {
    assertThat(STATEMENTS).hasSizeGreaterThan(100);
    assertThat(joinsWithoutTenant(STATEMENTS)).isEmpty();
    assertThat(STATEMENTS)
        .as("tables put beside each other by a comma are not looked at")
        .noneMatch(
            statement ->
                statement.has("from (%1$s)( \\w+)?, (%1$s)\\b".formatted(TABLES.anyName())));
  }

  @Test
  void noStatementChangesTheTenant() {
    assertThat(STATEMENTS)
        .noneMatch(statement -> statement.has("\\bset (\\w+ = [^,]+, )*(tenant|chain) ="));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select from plan_version v join history_event h on h.patient_id = v.patient_id where v.tenant = ?",
        "select from plan_version v join history_event h on h.event_id = v.cause_event_id",
        "delete from webhook_delivery where tenant = ? and endpoint_id in (select e.id from webhook_endpoint e)",
      })
  void aJoinThatForgetsTheTenantIsFound(String statement) {
    assertThat(joinsWithoutTenant(List.of(new SqlText("Planted", statement))))
        .containsExactly("Planted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select from plan_version v join history_event h on h.tenant = v.tenant where v.patient_id = ?",
        "select from inbox_parked join inbox_stream using (tenant, source, patient_id)",
        "delete from webhook_delivery where tenant = ? and endpoint_id in (select id from webhook_endpoint where tenant = ?)",
        "select from inbox_parked p join inbox_stream s on (p.tenant, p.source) = (s.tenant, s.source)",
      })
  void aJoinByTheTenantIsNone(String statement) {
    assertThat(joinsWithoutTenant(List.of(new SqlText("Planted", statement)))).isEmpty();
  }

  @Test
  void thePageSaysWhatWouldHaveToChange() throws IOException {
    assertThat(told("An insert in a `with`"))
        .isEqualTo(
            owners(text -> text.has("^with (?!recursive).*insert into") && usesTables(text)));
    assertThat(told("The clock in an update"))
        .isEqualTo(
            owners(
                text ->
                    text.has("clock_timestamp\\(\\)")
                        && text.has(CHANGES)
                        && !text.has("^with recursive")
                        && usesTables(text)));
    assertThat(told("A function that changes something in a change"))
        .isEqualTo(
            owners(text -> text.has(CHANGING_FUNCTIONS) && text.has(CHANGES) && usesTables(text)));
    assertThat(told("Recursive over all tenants"))
        .isEqualTo(owners(text -> text.has("^with recursive") && usesTables(text)));
    assertThat(told("Tables named while it runs"))
        .isEqualTo(owners(text -> text.has("\\b(from|into|update|join) %")));
    assertThat(told("Triggers")).isEqualTo(inAnyDatabase(TRIGGERS));
    assertThat(told("Tables without a tenant")).isEqualTo(TABLES.others());
  }

  @Test
  void thePageNamesWhoLooksAtAllTenants() throws IOException {
    String page = Files.readString(PAGE);
    String paragraph = page.substring(page.indexOf("These statements ask every machine"));

    assertThat(names(paragraph.substring(0, paragraph.indexOf("\n\n"))))
        .isEqualTo(
            STATEMENTS.stream()
                .filter(text -> !text.has("^with recursive"))
                .flatMap(SqlText::parts)
                .filter(
                    part ->
                        TableUse.in(part, TABLES).stream()
                            .anyMatch(use -> !use.isOfOneTenant(part)))
                .map(SqlText::owner)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static List<String> joinsWithoutTenant(List<SqlText> statements) {
    return statements.stream()
        .filter(text -> !text.has("^with recursive"))
        .flatMap(SqlText::parts)
        .filter(
            part -> {
              List<TableUse> uses = TableUse.in(part, TABLES);
              return uses.size() > 1 && uses.stream().anyMatch(use -> !use.isOfOneTenant(part));
            })
        .map(SqlText::owner)
        .distinct()
        .toList();
  }

  private static boolean usesTables(SqlText text) {
    return !TableUse.in(text, TABLES).isEmpty();
  }

  private static Set<String> owners(Predicate<SqlText> which) {
    return STATEMENTS.stream()
        .filter(which)
        .map(SqlText::owner)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> inAnyDatabase(String sql) {
    return Arrays.stream(ServiceName.values())
        .flatMap(service -> Stream.of(Platform.texts(service, sql)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names in the second column of a row of the page's table. */
  private static Set<String> told(String what) throws IOException {
    return Pattern.compile("(?m)^\\| " + Pattern.quote(what) + " \\| ([^|]*) \\|")
        .matcher(Files.readString(PAGE))
        .results()
        .map(row -> names(row.group(1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("docs/scaling.md has no row '" + what + "'"));
  }

  private static Set<String> names(String text) {
    return Pattern.compile("`(\\w+)`")
        .matcher(text)
        .results()
        .map((MatchResult name) -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
