package health.backstep.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.backstep.stack.doctor.Diagnosis;
import health.backstep.stack.doctor.Doctor;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at everything that can be wrong. */
@Command(
    name = "doctor",
    description = {
      "Tells what is wrong and what to do about it: machine, processes, database, broker, events,",
      "certificates, keys. It changes nothing and prints no secret.",
      "Exit code 0 when all is well, warnings included, and 1 when something is wrong."
    })
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SiteOptions site;

  @Option(
      names = "--json",
      description = "As a JSON object {well, checks: [{severity, check, where, what, do}]}.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException, InterruptedException {
    Diagnosis diagnosis = new Doctor(site.site().checks()).examine();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(DiagnosisJson.of(diagnosis));
    } else {
      new DiagnosisTable(diagnosis).print(out);
    }
    out.flush();
    return diagnosis.isWell() ? 0 : 1;
  }
}
