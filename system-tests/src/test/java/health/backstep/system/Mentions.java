package health.backstep.system;

import health.backstep.stack.platform.ServiceName;
import java.util.ArrayList;
import java.util.List;

/** Where in the databases something is mentioned, whatever the column's type, past all walls. */
final class Mentions {

  private static final String COLUMNS =
      """
      select format(
        case data_type when 'bytea'
          then 'select ''%%1$s.%%2$s'' from %%1$I where position(convert_to(''%1$s'', ''UTF8'') in %%2$I) > 0 limit 1'
          else 'select ''%%1$s.%%2$s'' from %%1$I where strpos(%%2$I::text, ''%1$s'') > 0 limit 1' end,
        table_name, column_name)
      from information_schema.columns where table_schema = 'public'
      """;

  private Mentions() {}

  /** The columns, as {@code service table.column}, in which the text stands somewhere. */
  static List<String> of(String text) {
    List<String> found = new ArrayList<>();
    for (ServiceName service : ServiceName.values()) {
      for (String search : Platform.texts(service, COLUMNS.formatted(text))) {
        for (String column : Platform.texts(service, search)) {
          found.add(service.processName() + " " + column);
        }
      }
    }
    return found;
  }
}
