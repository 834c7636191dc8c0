package health.backstep.backbone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every table that says whose its rows are takes part in an erasure: a table that is added later
 * cannot be forgotten. For the database of the service whose tests extend this.
 */
public abstract class PersonalTables {

  /** Tables with a patient that no erasure empties, each for the reason given beside it. */
  private static final List<String> KEPT =
      List.of(
          // by which late events are known
          "erased_patient",
          "patient_home",
          // what the partner asked for, and the receipt
          "erasure",
          // a chain of lines, which lose the patient's ids and stay
          "audit_line",
          // lines on their way there for about a second
          "audit_unlinked");

  private static final String FORGOTTEN =
      """
      select distinct c.table_name::text from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and (c.column_name = 'patient_id' or c.table_name = 'patient')
        and not exists (
          select from pg_trigger p
          where p.tgrelid = format('public.%I', c.table_name)::regclass and p.tgname = 'personal'
            and p.tgenabled = 'O')
      order by 1
      """;

  @Test
  void everyTableWithAPatientIsEmptiedByAnErasure() {
    assertThat(Stored.column(FORGOTTEN)).isSubsetOf(KEPT);
    assertThat(
            Stored.column(
                "select tgrelid::regclass::text from pg_trigger where tgname = 'personal'"))
        .contains("event_sequence", "inbox_event", "patient_clock")
        .hasSizeGreaterThan(8);
  }

  @Test
  void aTableThatIsForgottenIsFound() {
    Stored.alter("create table forgotten (tenant text, patient_id uuid)");
    try {
      assertThat(Stored.column(FORGOTTEN)).contains("forgotten");
    } finally {
      Stored.alter("drop table forgotten");
    }
  }
}
