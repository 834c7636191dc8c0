package health.backstep.analytics;

import health.backstep.analytics.Completeness.Gap;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Daily figures from Backstep's events, and the proof that they rest on all of them. {@link
 * Options#USAGE} tells how it is called.
 */
public final class Analytics {

  private static final int COMPLETE = 0;
  private static final int INCOMPLETE = 1;
  private static final int NOT_RUN = 2;
  private static final int SHOWN_GAPS = 20;

  private final Path folder;
  private final PrintStream out;
  private final PrintStream errors;

  private Analytics(Path folder, PrintStream out, PrintStream errors) {
    this.folder = folder;
    this.out = out;
    this.errors = errors;
  }

  public static void main(String[] words) {
    System.exit(run(List.of(words), System.out, System.err));
  }

  /**
   * Runs the program.
   *
   * @return the exit status: 0 all events are there, 1 some are missing, 2 it could not run
   */
  public static int run(List<String> words, PrintStream out, PrintStream errors) {
    if (words.contains("--help")) {
      out.println(Options.USAGE);
      return COMPLETE;
    }
    try {
      Options options = Options.parse(words);
      Files.createDirectories(options.out());
      try (EventTopics topics = EventTopics.open(options.bootstrap())) {
        return new Analytics(options.out(), out, errors).run(options, topics);
      }
    } catch (Refused e) {
      errors.println(e.getMessage());
      return NOT_RUN;
    } catch (KafkaException e) {
      errors.println("Kafka failed while the topics were read: " + e.getMessage());
      return NOT_RUN;
    } catch (IOException e) {
      errors.println("The files cannot be written: " + e.getMessage());
      return NOT_RUN;
    }
  }

  private int run(Options options, EventTopics topics) throws IOException, Refused {
    Analysis analysis = new Analysis(options.zone());
    topics.readToEnd(analysis);
    int status = write(analysis);
    return options.follow() ? follow(topics, analysis, status) : status;
  }

  /** Until the thread is interrupted. */
  private int follow(EventTopics topics, Analysis analysis, int before) throws IOException {
    int status = before;
    try {
      while (true) {
        if (topics.readNext(analysis)) {
          status = write(analysis);
        }
      }
    } catch (InterruptException e) {
      return status;
    }
  }

  private int write(Analysis analysis) throws IOException {
    List<Series> series = analysis.series();
    List<Gap> gaps = analysis.gaps();
    replace("daily.csv", Tables.daily(series));
    replace("daily.svg", Picture.of(Series.sum(series)));
    replace("missing.csv", Tables.missing(gaps));
    out.println(analysis.summary() + ". Written to " + folder + ".");
    tell(gaps);
    return gaps.isEmpty() ? COMPLETE : INCOMPLETE;
  }

  private void tell(List<Gap> gaps) {
    if (gaps.isEmpty()) {
      out.println("Complete: no stream has a gap.");
      return;
    }
    errors.printf("Not complete: %d gaps, all in %s%n", gaps.size(), folder.resolve("missing.csv"));
    gaps.stream()
        .limit(SHOWN_GAPS)
        .forEach(
            gap ->
                errors.printf(
                    "  %s, patient %s: %d to %d%n",
                    gap.stream().source(),
                    gap.stream().patient(),
                    gap.missing().from(),
                    gap.missing().to()));
  }

  /** In one step, so that whoever looks at the file meanwhile sees the old or the new one. */
  private void replace(String name, String text) throws IOException {
    Path written = Files.writeString(folder.resolve(name + ".new"), text);
    Files.move(
        written,
        folder.resolve(name),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
