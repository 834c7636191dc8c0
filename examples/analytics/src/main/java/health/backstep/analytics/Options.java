package health.backstep.analytics;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;

/**
 * What the program was asked for.
 *
 * @param bootstrap address of the brokers
 * @param out folder for what is written
 * @param zone where days begin and end
 * @param follow whether to go on when the end of the topics is reached
 */
record Options(String bootstrap, Path out, ZoneId zone, boolean follow) {

  static final String USAGE =
      """
      Usage: run [--bootstrap HOST:PORT] [--out DIR] [--zone ZONE] [--follow]
        --bootstrap  brokers of Backstep; default 127.0.0.1:19092, the one of ./backstep up
        --out        folder for daily.csv, daily.svg and missing.csv; default analytics-out
        --zone       where days begin and end, for example Europe/Berlin; default UTC
        --follow     goes on and writes the files again when something new has come
      Exit status: 0 everything is there, 1 events are missing, 2 it could not run.""";

  private static final Options DEFAULT =
      new Options("127.0.0.1:19092", Path.of("analytics-out"), ZoneOffset.UTC, false);

  /**
   * Reads the command line.
   *
   * @throws Refused naming the word that does not fit
   */
  static Options parse(List<String> words) throws Refused {
    Options options = DEFAULT;
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      if (word.equals("--follow")) {
        options = new Options(options.bootstrap, options.out, options.zone, true);
      } else if (rest.hasNext()) {
        options = options.with(word, rest.next());
      } else {
        throw new Refused("'" + word + "' is not known or lacks its value.\n" + USAGE);
      }
    }
    return options;
  }

  private Options with(String name, String value) throws Refused {
    return switch (name) {
      case "--bootstrap" -> new Options(value, out, zone, follow);
      case "--out" -> new Options(bootstrap, Path.of(value), zone, follow);
      case "--zone" -> new Options(bootstrap, out, zone(value), follow);
      default -> throw new Refused("'" + name + "' is not known.\n" + USAGE);
    };
  }

  private static ZoneId zone(String id) throws Refused {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new Refused("'" + id + "' is no time zone; give an IANA id such as Europe/Berlin");
    }
  }
}
