package health.backstep.stack.seed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table with rows of patients.
 *
 * @param patient the column that says whose a row is
 */
record SeededTable(String name, String patient, List<Column> columns) {

  /** Times at which rows were noted. They go by the calendar, so that lifetimes hold of them. */
  private static final Map<String, Set<String>> NOTED_AT =
      Map.of(
          "outbox",
          Set.of("created_at", "sent_at"),
          "inbox_event",
          Set.of("taken_at"),
          "change",
          Set.of("recorded_at"));

  /**
   * SQL: puts the rows of the recorded lives aside, with marked ids.
   *
   * @param weeks over which what was noted today is spread, in the order in which it was
   */
  String staging(int weeks) {
    return String.format(
        Locale.ROOT,
        """
        create unlogged table seed."%1$s" as
        select %2$s, l.life as "seed life", row_number() over (order by %3$s) as "seed row"
        from public."%1$s" t join seed.life l on %4$s
        window told as (partition by l.life order by %3$s)
        """,
        name,
        columns.stream().map(column -> staged(column, weeks)).collect(Collectors.joining(", ")),
        order(),
        whose());
  }

  /**
   * By the type of the column, so that an index helps; events are kept by their key on the topic.
   */
  private String whose() {
    return name.equals("outbox")
        ? "t.\"%s\" = l.patient::text".formatted(patient)
        : "t.\"%s\" = l.patient".formatted(patient);
  }

  private String staged(Column column, int weeks) {
    if (name.equals("change") && column.name().equals("number")) {
      return "null::bigint as \"number\"";
    }
    return NOTED_AT.getOrDefault(name, Set.of()).contains(column.name())
        ? "t.%1$s - %2$d * (1 - percent_rank() over told) * interval '1 week' as %1$s"
            .formatted(column.quoted(), weeks)
        : column.staged();
  }

  /** The relay sends by position, and updates rows when it has; the others are only appended to. */
  private String order() {
    return name.equals("outbox") ? "t.position" : "t.ctid";
  }

  /** SQL: the copies from one number to another. What is wide is made after sorting. */
  String copying() {
    return String.format(
        Locale.ROOT,
        """
        insert into public."%1$s" (%2$s)
        select %3$s
        from (
          select s.*, c.middle as "seed middle"
          from seed."%1$s" s join seed.copy c on c.life = s."seed life"
          where c.number between ? and ?
          order by s."seed row", c.number) s
        """,
        name,
        columns.stream().map(Column::quoted).collect(Collectors.joining(", ")),
        columns.stream().map(Column::copied).collect(Collectors.joining(", ")));
  }
}
