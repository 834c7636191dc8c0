package health.backstep.backbone.testing;

import java.util.ArrayList;
import java.util.List;

/** Where in a service's database something is mentioned, whatever the column's type. */
public final class Mentions {

  private static final String COLUMNS =
      """
      select format(
        case data_type when 'bytea'
          then 'select ''%1$s.%2$s'' from %1$I where position(convert_to(?, ''UTF8'') in %2$I) > 0 limit 1'
          else 'select ''%1$s.%2$s'' from %1$I where strpos(%2$I::text, ?) > 0 limit 1' end,
        table_name, column_name)
      from information_schema.columns
      where table_schema = 'public' order by table_name, column_name
      """;

  private Mentions() {}

  /** The columns, as {@code table.column}, in which the text stands somewhere; of all tenants. */
  public static List<String> of(String text) {
    List<String> found = new ArrayList<>();
    Stored.column(COLUMNS).forEach(search -> found.addAll(Stored.column(search, text)));
    return found;
  }
}
