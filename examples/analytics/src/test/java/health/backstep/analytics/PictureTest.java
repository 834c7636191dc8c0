package health.backstep.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PictureTest {

  private static final Series FORTY_DAYS =
      new Series(
          "north-clinic",
          IntStream.range(0, 40)
              .mapToObj(
                  day ->
                      new DayFigures(
                          LocalDate.of(2026, 10, 1).plusDays(day),
                          Map.of(
                              Count.SESSIONS,
                              2,
                              Count.FLARES_MILD,
                              day % 3,
                              Count.FLARES_SEVERE,
                              1,
                              Count.REGRESSIONS,
                              1 + day % 3),
                          day < 5 ? 0 : 3))
              .toList());

  @Test
  void isWellFormedAndSaysWhatItShowsInWords() throws Exception {
    Document picture = parsed(Picture.of(FORTY_DAYS));

    assertThat(picture.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(picture.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
    assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("40 days, 79 flares, 79 regressed plans, 80 sessions.");
  }

  @Test
  void hasABarForEachSeverityOfADayAndNamesItsAxesAndUnits() {
    String picture = Picture.of(FORTY_DAYS);

    assertThat(picture.split("<rect class=\"severe\"", -1)).hasSize(40 + 1 + 1);
    assertThat(picture)
        .contains(">Number a day<", ">Day<", "% of those asked for", ">100 %<", ">2026-10-01<")
        .contains("severe flares", "regressed plans");
  }

  @Test
  void oneDayAndNoDayCanBeDrawn() throws Exception {
    Series one = new Series("all", FORTY_DAYS.days().subList(20, 21));

    assertThat(parsed(Picture.of(one)).getElementsByTagName("path").getLength()).isPositive();
    assertThat(Picture.of(one).split("h0.1", -1)).hasSize(2 + 1);
    assertThat(Picture.of(Series.sum(List.of()))).contains("No event has been read yet.");
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "4, 4", "5, 8", "9, 20", "39, 40", "100, 100", "101, 200", "233, 400"})
  void scalesEndAtNumbersThatPeopleCountWith(double value, double top) {
    assertThat(Panel.nice(value)).isEqualTo(top);
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
