package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.rules.RuleSet;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Needs of made-up patients, told by what differs from somebody in the middle. */
final class Patients {

  static final Catalogue CATALOGUE = CatalogueFiles.read();
  static final RuleSet RULES = RuleSet.current();
  static final RoutineBuilder BUILDER = new RoutineBuilder(CATALOGUE, RULES);

  private Stage stage = Stage.CONTROL;
  private Bias bias = Bias.NONE;
  private boolean otherDirections;
  private Set<Direction> forbidden = Set.of();
  private boolean loading;
  private Set<Equipment> equipment = Set.of();
  private int minutes = 15;
  private int sessions = 3;
  private AgeBand age = AgeBand.FROM_20_TO_50;
  private Fear fear = Fear.UNKNOWN;
  private Set<String> excluded = Set.of();

  static Patients at(Stage stage) {
    Patients patient = new Patients();
    patient.stage = stage;
    return patient;
  }

  Patients preferring(Bias direction) {
    bias = direction;
    return this;
  }

  Patients withOtherDirectionsOpen() {
    otherDirections = true;
    return this;
  }

  Patients forbidden(Set<Direction> directions) {
    forbidden = directions;
    return this;
  }

  Patients clearedForLoading() {
    loading = true;
    return this;
  }

  Patients with(Set<Equipment> has) {
    equipment = has;
    return this;
  }

  Patients minutes(int minutesPerSession) {
    minutes = minutesPerSession;
    return this;
  }

  Patients sessions(int perWeek) {
    sessions = perWeek;
    return this;
  }

  Patients aged(AgeBand band) {
    age = band;
    return this;
  }

  Patients fearing(Fear level) {
    fear = level;
    return this;
  }

  Patients without(String... exercises) {
    excluded = Set.of(exercises);
    return this;
  }

  Needs needs() {
    return new Needs(
        stage,
        bias,
        otherDirections,
        forbidden,
        loading,
        equipment,
        minutes,
        sessions,
        stage == Stage.BUILD ? 2 : 1,
        age,
        fear,
        excluded);
  }

  Routine routine() {
    return BUILDER.build(needs());
  }

  /** None, each single piece, and everything. */
  static List<Set<Equipment>> equipmentSets() {
    return Stream.concat(
            Stream.of(Set.<Equipment>of(), EnumSet.allOf(Equipment.class)),
            Arrays.stream(Equipment.values()).map(Set::of))
        .toList();
  }

  static Set<Direction> allDirections() {
    return EnumSet.complementOf(EnumSet.of(Direction.NEUTRAL));
  }
}
