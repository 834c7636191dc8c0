package health.backstep.system;

import health.backstep.stack.cli.Backstep;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** What an operator typed at the platform, and what came of it. */
record Typed(int exit, String out, String err) {

  static Typed backstep(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", Platform.stack().data().root().toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Backstep.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Typed(exit, out.toString(), err.toString());
  }
}
