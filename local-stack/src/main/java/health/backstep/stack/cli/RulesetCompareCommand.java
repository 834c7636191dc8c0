package health.backstep.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.fold.PlanFold;
import health.backstep.rules.RuleSet;
import health.backstep.stack.replay.ComparedHistories;
import health.backstep.stack.replay.PlanDatabase;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what another rule set would have made of the patients' histories. */
@Command(
    name = "compare",
    description = {
      "Folds all stored histories under two rule sets and tells how many plans would differ, and"
          + " how.",
      "Limit: " + ComparisonReport.LIMIT,
      "Reads only. Exit code 1 when a history could not be folded."
    })
final class RulesetCompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private PlanDatabaseOptions from;

  @Parameters(index = "0", paramLabel = "OLD", description = "A shipped version, or a YAML file.")
  private String before;

  @Parameters(index = "1", paramLabel = "NEW", description = "A shipped version, or a YAML file.")
  private String after;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    RuleSet old = NamedRuleSet.called(before);
    RuleSet changed = NamedRuleSet.called(after);
    ComparedHistories compared = compare(old, changed);
    ComparisonReport report = new ComparisonReport(before, after, compared);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(report.json());
    } else {
      report.print(out);
    }
    out.flush();
    return compared.unfoldable().isEmpty() ? 0 : 1;
  }

  private ComparedHistories compare(RuleSet old, RuleSet changed) {
    Catalogue catalogue = CatalogueFiles.read();
    PlanFold one = new PlanFold(catalogue, old);
    PlanFold other = new PlanFold(catalogue, changed);
    try (PlanDatabase database = from.open();
        ProgressBar bar = ProgressBar.of(database.count(Optional.empty()), "patients")) {
      return ComparedHistories.of(database, one, other, bar::step);
    }
  }
}
