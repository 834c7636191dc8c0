package health.backstep.security.authz;

import health.backstep.stack.platform.ServiceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is allowed; everything that no row names is denied. */
public final class Matrix {

  private record Place(String operation, Thing thing, Actor actor) {}

  private final List<Row> rows;
  private final Map<Place, Expected> allowed = new HashMap<>();

  private Matrix(List<Row> rows) {
    this.rows = List.copyOf(rows);
    rows.forEach(row -> places(row).forEach(place -> allowed.put(place, row.answer())));
  }

  /** The one that {@code authz.csv} holds. */
  public static Matrix shipped() {
    return of(
        Table.rows("authz.csv").stream()
            .map(row -> Row.of(row.get(0), row.get(1), row.get(2), row.get(3)))
            .toList());
  }

  /** Where two rows name the same cell, the later one counts. */
  public static Matrix of(List<Row> rows) {
    return new Matrix(rows);
  }

  public List<Row> rows() {
    return rows;
  }

  /** The same, but for the cells of this row. */
  public Matrix but(Row row) {
    return of(Stream.concat(rows.stream(), Stream.of(row)).toList());
  }

  /** Every question that there is, in the order of the operations. */
  public List<Cell> cells(List<Operation> documented, Requests requests) {
    return operations(documented).stream()
        .flatMap(operation -> cells(operation, requests))
        .toList();
  }

  /** The operations of the documents, and the open addresses of each service. */
  public List<Operation> operations(List<Operation> documented) {
    Stream<Operation> addresses =
        rows.stream()
            .filter(Row::isAddress)
            .map(Row::operation)
            .distinct()
            .flatMap(
                path ->
                    Stream.of(ServiceName.values())
                        .map(service -> Operation.address(service, path)));
    return Stream.concat(documented.stream(), addresses).toList();
  }

  /**
   * Where rows and documents do not fit together: an operation without a row, a row without its
   * operation, a thing that its operation is not about, two rows for a cell.
   */
  public List<String> faults(List<Operation> documented, Requests requests) {
    Map<String, Set<Thing>> things =
        operations(documented).stream()
            .collect(Collectors.toMap(Operation::id, requests::things, (one, same) -> one));
    Set<String> named = rows.stream().map(Row::operation).collect(Collectors.toSet());
    List<String> faults = new ArrayList<>();
    things.keySet().stream()
        .filter(id -> !named.contains(id))
        .forEach(id -> faults.add(id + " has no row"));
    for (Row row : rows) {
      if (!things.containsKey(row.operation())) {
        faults.add(row.operation() + " is no operation");
      } else if (!things.get(row.operation()).containsAll(row.things())) {
        faults.add(row.operation() + " is not about all of " + row.things());
      }
    }
    rows.stream()
        .flatMap(Matrix::places)
        .collect(Collectors.groupingBy(place -> place, Collectors.counting()))
        .forEach((place, times) -> addIfTwice(faults, place, times));
    return faults.stream().sorted().toList();
  }

  private static void addIfTwice(List<String> faults, Place place, long times) {
    if (times > 1) {
      faults.add(place + " stands in " + times + " rows");
    }
  }

  private Stream<Cell> cells(Operation operation, Requests requests) {
    return requests.things(operation).stream()
        .flatMap(thing -> Actors.all().stream().map(actor -> cell(operation, thing, actor)));
  }

  private Cell cell(Operation operation, Thing thing, Actor actor) {
    Place place = new Place(operation.id(), thing, actor);
    return new Cell(operation, thing, actor, allowed.getOrDefault(place, actor.denied()));
  }

  private static Stream<Place> places(Row row) {
    return row.things().stream()
        .flatMap(
            thing -> row.actors().stream().map(actor -> new Place(row.operation(), thing, actor)));
  }
}
