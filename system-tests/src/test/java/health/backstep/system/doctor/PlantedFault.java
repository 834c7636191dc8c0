package health.backstep.system.doctor;

/**
 * Something that is wrong for a while.
 *
 * @param check under which the doctor has to tell it
 * @param where the part that it has to name
 * @param remedy a part of the command that it has to name
 * @param plant does the harm
 * @param remove undoes it
 */
record PlantedFault(
    String name, String check, String where, String remedy, Deed plant, Deed remove) {

  static final Deed NOTHING = () -> {};

  /** What is done to the platform. */
  @FunctionalInterface
  interface Deed {
    void happen() throws Exception;
  }

  /** One that stays, because what comes after it is planted on top of it. */
  static PlantedFault staying(String name, String check, String where, String remedy, Deed plant) {
    return new PlantedFault(name, check, where, remedy, plant, NOTHING);
  }
}
