package health.backstep.backbone.export;

import health.backstep.backbone.export.RowsQuery.Part;
import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.tenancy.ErasedPatients;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads all that this service holds of a patient of the running tenant. */
@ApplicationScoped
public class ReadingPart {

  /** Rows that are under way from the database at a time. */
  private static final int FETCHED = 200;

  private final DataSource dataSource;
  private final PersonalTables personal;
  private final ErasedPatients erased;
  private final HeldData own;
  private final Clock clock;
  private final String service;

  ReadingPart(
      DataSource dataSource,
      PersonalTables personal,
      ErasedPatients erased,
      HeldData own,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.dataSource = dataSource;
    this.personal = personal;
    this.erased = erased;
    this.own = own;
    this.clock = clock;
    this.service = service;
  }

  /**
   * What is held at this moment. While it is read, the patient is not erased.
   *
   * @throws ProblemException 404 when nothing is held, also of another tenant's patient and of one
   *     who was erased
   */
  public ServicePart of(UUID patientId) {
    if (erased.include(patientId)) {
      throw ProblemException.unknownPatient();
    }
    List<Part> parts = parts();
    List<List<ExportedRow>> rows = rows(parts, patientId);
    if (rows.stream().allMatch(List::isEmpty)) {
      throw ProblemException.unknownPatient();
    }
    return new ServicePart(
        service,
        patientId,
        clock.instant(),
        IntStream.range(0, parts.size()).mapToObj(i -> table(parts.get(i), rows.get(i))).toList(),
        leftOut());
  }

  /** What is told of each table that is exported, in the order of an export. */
  public List<HeldTable> tables() {
    return parts().stream().map(Part::told).toList();
  }

  /** What is held and not exported. */
  public List<LeftOut> leftOut() {
    return Stream.concat(own.leftOut().stream(), SharedTables.LEFT_OUT.stream()).toList();
  }

  private List<Part> parts() {
    Map<String, StoredTable> stored =
        personal.all().stream().collect(Collectors.toMap(StoredTable::name, Function.identity()));
    List<HeldTable> told =
        Stream.concat(own.tables().stream(), SharedTables.TABLES.stream()).toList();
    List<String> known = told.stream().map(HeldTable::table).toList();
    return Stream.concat(
            told.stream().filter(table -> stored.containsKey(table.table())),
            stored.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(HeldTable::untold))
        .map(table -> new Part(stored.get(table.table()), table))
        .toList();
  }

  private List<List<ExportedRow>> rows(List<Part> parts, UUID patientId) {
    List<List<ExportedRow>> rows =
        parts.stream().<List<ExportedRow>>map(part -> new ArrayList<>()).toList();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(RowsQuery.of(parts))) {
      query.setFetchSize(FETCHED);
      for (int i = 0; i < parts.size(); i++) {
        query.setString(2 * i + 1, TenantTransaction.current().name());
        query.setString(2 * i + 2, patientId.toString());
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          rows.get(row.getInt(1)).add(new ExportedRow(row.getString("json")));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static ExportedTable table(Part part, List<ExportedRow> rows) {
    return new ExportedTable(part.told().name(), part.told().about(), part.columnNames(), rows);
  }
}
