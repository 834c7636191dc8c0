package health.backstep.security.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Scopes;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The matrix and the OpenAPI documents name the same operations and the same scopes. */
class MatrixTest {

  private static final Matrix MATRIX = Matrix.shipped();
  private static final Requests REQUESTS = Requests.shipped();
  private static final List<Operation> DOCUMENTED =
      Documents.in(Path.of("..").toAbsolutePath().normalize());

  @Test
  void every_operation_has_rows_and_every_row_its_operation() {
    assertThat(MATRIX.faults(DOCUMENTED, REQUESTS)).isEmpty();
  }

  @Test
  void an_operation_without_a_row_is_found() {
    Matrix without =
        Matrix.of(
            MATRIX.rows().stream().filter(row -> !row.operation().equals("getPain")).toList());

    assertThat(without.faults(DOCUMENTED, REQUESTS)).containsExactly("getPain has no row");
  }

  @Test
  void a_new_operation_is_found() {
    Operation made =
        new Operation(ServiceName.PLAN, "newOne", "GET", "/v1/new-one", Set.of("plans:read"));

    assertThat(
            MATRIX.faults(Stream.concat(DOCUMENTED.stream(), Stream.of(made)).toList(), REQUESTS))
        .containsExactly("newOne has no row");
  }

  @Test
  void a_row_without_its_operation_is_found() {
    Matrix more = MATRIX.but(Row.of("getPains", "own", "all", "200"));

    assertThat(more.faults(DOCUMENTED, REQUESTS)).containsExactly("getPains is no operation");
  }

  @Test
  void a_row_about_what_its_operation_is_not_about_is_found() {
    Matrix more = MATRIX.but(Row.of("listRules", "foreign", "all", "200"));

    assertThat(more.faults(DOCUMENTED, REQUESTS))
        .containsExactly("listRules is not about all of [FOREIGN]");
  }

  @Test
  void two_rows_for_one_cell_are_found() {
    Matrix more = MATRIX.but(Row.of("getPain", "own", "all", "404 PATIENT_NOT_FOUND"));

    assertThat(more.faults(DOCUMENTED, REQUESTS))
        .singleElement()
        .asString()
        .contains("getPain")
        .contains("2 rows");
  }

  @Test
  void a_row_of_an_unknown_actor_or_object_or_answer_is_refused() {
    assertThatThrownBy(() -> Row.of("getPain", "own", "alle", "200")).hasMessage("no actor 'alle'");
    assertThatThrownBy(() -> Row.of("getPain", "owned", "all", "200"))
        .hasMessage("no object 'owned'");
    assertThatThrownBy(() -> Row.of("getPain", "own", "all", "fine")).hasMessageContaining("fine");
  }

  @Test
  void what_no_row_names_is_denied_as_its_actor_says() {
    Matrix nothing = Matrix.of(List.of());

    assertThat(nothing.cells(DOCUMENTED, REQUESTS))
        .isNotEmpty()
        .allMatch(cell -> cell.expected().equals(cell.actor().denied()))
        .noneMatch(cell -> cell.expected().isSuccess());
  }

  @Test
  void each_scope_of_the_platform_is_an_actor_of_its_own() {
    assertThat(Actors.all().stream().map(Actor::name)).containsAll(Scopes.ALL);
    assertThat(Scopes.ALL)
        .allSatisfy(scope -> assertThat(Actors.named(scope).scopes()).isEqualTo(scope));
  }

  @Test
  void the_documents_name_the_scopes_that_the_matrix_lets_in() {
    for (Operation operation : DOCUMENTED) {
      Set<String> letIn =
          MATRIX.cells(List.of(operation), REQUESTS).stream()
              .filter(cell -> cell.operation().equals(operation))
              .filter(cell -> !cell.expected().equals(cell.actor().denied()))
              .map(cell -> cell.actor().name())
              .filter(Scopes.ALL::contains)
              .collect(Collectors.toCollection(TreeSet::new));

      assertThat(letIn)
          .as(operation.toString())
          .isEqualTo(operation.together() ? Set.of() : new TreeSet<>(operation.scopes()));
    }
  }

  @Test
  void nobody_without_a_good_token_is_let_in_by_a_row() {
    assertThat(MATRIX.rows().stream().filter(row -> !row.isAddress()))
        .allSatisfy(
            row ->
                assertThat(row.actors())
                    .as(row.operation())
                    .allMatch(actor -> actor.hasTenant() && !actor.scopes().isEmpty()));
  }
}
