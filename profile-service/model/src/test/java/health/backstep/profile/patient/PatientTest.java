package health.backstep.profile.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientTest {

  @ParameterizedTest
  @CsvSource({"5, 1", "60, 7"})
  void theLimitsOfAWeekAreAllowed(int minutes, int sessions) {
    assertThat(patient(1986, minutes, sessions).minutesPerSession()).isEqualTo(minutes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1899 | 10 | 3 | birthYear must be from 1900 to 2100",
        "2101 | 10 | 3 | birthYear must be from 1900 to 2100",
        "1986 |  4 | 3 | minutesPerSession must be from 5 to 60",
        "1986 | 61 | 3 | minutesPerSession must be from 5 to 60",
        "1986 | 10 | 0 | sessionsPerWeek must be from 1 to 7",
        "1986 | 10 | 8 | sessionsPerWeek must be from 1 to 7",
      })
  void beyondTheLimitsTheFieldIsNamedButNotItsValue(
      int birthYear, int minutes, int sessions, String message) {
    assertThatThrownBy(() -> patient(birthYear, minutes, sessions))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aBlankExternalIdIsRefused() {
    assertThatThrownBy(() -> patient(Optional.of(" "), 1986, 10, 3))
        .hasMessage("externalId must not be blank");
  }

  @Test
  void newYearComesWhenItComesWhereThePatientLives() {
    Patient inAuckland = patient(1986, 10, 3);

    assertThat(inAuckland.ageAt(Instant.parse("2026-12-31T10:59:59Z")).oldest()).isEqualTo(40);
    assertThat(inAuckland.ageAt(Instant.parse("2026-12-31T11:00:00Z")).oldest()).isEqualTo(41);
  }

  @Test
  void equipmentKeepsTheOrderOfTheEnum() {
    assertThat(patient(1986, 10, 3).equipment()).containsExactly(Equipment.MAT, Equipment.POOL);
  }

  private static Patient patient(int birthYear, int minutes, int sessions) {
    return patient(Optional.empty(), birthYear, minutes, sessions);
  }

  private static Patient patient(
      Optional<String> externalId, int birthYear, int minutes, int sessions) {
    return new Patient(
        new PatientId(UUID.fromString("01930000-0000-7000-8000-000000000001")),
        externalId,
        birthYear,
        ZoneId.of("Pacific/Auckland"),
        Set.of(Equipment.POOL, Equipment.MAT),
        minutes,
        sessions);
  }
}
