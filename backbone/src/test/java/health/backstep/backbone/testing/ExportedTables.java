package health.backstep.backbone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.export.ExportedTable;
import health.backstep.backbone.export.HeldTable;
import health.backstep.backbone.export.LeftOut;
import health.backstep.backbone.export.ReadingPart;
import health.backstep.backbone.export.ServicePart;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An export is whole: every table with rows about patients is in it, or is left out for a reason
 * that the reader is told. For the database of the service whose tests extend this.
 */
public abstract class ExportedTables {

  private static final String NAMING_PATIENTS =
      """
      select distinct c.table_name::text from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and (c.column_name in ('patient_id', 'patients', 'record_key') or c.table_name = 'patient')
      union
      select refers.conrelid::regclass::text from pg_constraint refers
      where refers.contype = 'f'
        and refers.confrelid in (select tgrelid from pg_trigger where tgname = 'personal')
      union
      select tgrelid::regclass::text from pg_trigger where tgname = 'personal'
      order by 1
      """;

  private static final String TABLES =
      "select table_name::text from information_schema.tables where table_schema = 'public'";

  @Test
  void everyTableThatNamesPatientsIsExportedOrLeftOutForAReason() {
    List<String> exported = reading().tables().stream().map(HeldTable::table).toList();
    List<String> leftOut = reading().leftOut().stream().map(LeftOut::name).toList();

    assertThat(exported).doesNotContainAnyElementsOf(leftOut).hasSizeGreaterThan(8);
    assertThat(Stored.column(NAMING_PATIENTS))
        .contains("outbox", "inbox_event", "patient_clock")
        .isSubsetOf(Stream.concat(exported.stream(), leftOut.stream()).toList());
  }

  @Test
  void everyTableIsToldOfInWordsUnderANameOfItsOwn() {
    assertThat(reading().tables())
        .allSatisfy(table -> assertThat(table.about()).as(table.table()).endsWith("."))
        .extracting(HeldTable::name)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("[a-z][a-zA-Z]+"));
    assertThat(reading().leftOut())
        .allSatisfy(left -> assertThat(left.because()).as(left.name()).endsWith("."))
        .extracting(LeftOut::name)
        .doesNotHaveDuplicates()
        .isSubsetOf(Stored.column(TABLES));
  }

  @Test
  void aTableThatIsAddedLaterIsExportedAtOnceAndToItsOwnTenantOnly() {
    UUID patient = UUID.randomUUID();
    Stored.alter(
        """
        create table added_later (
          tenant text, patient_id uuid, said_at timestamptz, free_text text, bytes bytea, made jsonb,
          fingerprint bytea)
        """);
    try {
      Stored.alter("call wall('added_later')");
      Stored.alter("call personal('added_later')");
      Stored.alter(
          """
          insert into added_later values
            ('later', '%s', '2026-11-22 08:00:00+01', '[it] "hurts"', 'a\\000b', '{"b": [1, null]}', '')
          """
              .formatted(patient));

      ExportedTable table = table(part("later", patient), "addedLater");

      assertThat(table.columns())
          .containsExactly("patientId", "saidAt", "freeText", "bytes", "made");
      assertThat(table.rows())
          .singleElement()
          .satisfies(
              row ->
                  assertThat(json(row.json()))
                      .isEqualTo(
                          json(
                              """
                              {"patientId": "%s", "saidAt": "2026-11-22T07:00:00.000000Z",
                               "freeText": "[it] \\"hurts\\"", "bytes": "a\\\\000b",
                               "made": {"b": [1, null]}}
                              """
                                  .formatted(patient))));
      assertThatThrownBy(() -> part("another", patient))
          .isInstanceOf(ProblemException.class)
          .hasMessage("There is no such patient.");
    } finally {
      Stored.alter("drop table added_later");
    }
  }

  private static ReadingPart reading() {
    return CDI.current().select(ReadingPart.class).get();
  }

  private static ServicePart part(String tenant, UUID patient) {
    TenantTransaction transaction = CDI.current().select(TenantTransaction.class).get();
    return transaction.call(new Tenant(tenant), () -> reading().of(patient));
  }

  private static ExportedTable table(ServicePart part, String name) {
    return part.tables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
