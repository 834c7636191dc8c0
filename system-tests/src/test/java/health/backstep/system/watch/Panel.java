package health.backstep.system.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A panel of a dashboard. */
public record Panel(
    String dashboard, String title, String description, String unit, List<String> queries) {

  static final String FOLDER = "deploy/grafana/dashboards";

  /** Those of all dashboards. */
  public static List<Panel> all() {
    return WatchFiles.files(FOLDER, ".json").stream().flatMap(Panel::of).toList();
  }

  static Stream<Panel> of(Path dashboard) {
    Map<String, Object> read = WatchFiles.read(dashboard);
    return WatchFiles.maps(read.get("panels")).stream()
        .map(panel -> panel((String) read.get("title"), panel));
  }

  private static Panel panel(String dashboard, Map<String, Object> panel) {
    Map<String, Object> defaults =
        WatchFiles.map(WatchFiles.map(panel.get("fieldConfig")).get("defaults"));
    return new Panel(
        dashboard,
        (String) panel.get("title"),
        (String) panel.get("description"),
        (String) defaults.get("unit"),
        WatchFiles.maps(panel.get("targets")).stream()
            .map(target -> (String) target.get("expr"))
            .toList());
  }

  @Override
  public String toString() {
    return dashboard + " / " + title;
  }
}
