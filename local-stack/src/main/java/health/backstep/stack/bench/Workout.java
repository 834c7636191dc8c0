package health.backstep.stack.bench;

/**
 * A session to be posted.
 *
 * @param key of its own, so that it can be sent again when its answer got lost
 * @param body as its own route takes it
 */
record Workout(String patient, String key, String body) {

  String path() {
    return "/v1/patients/" + patient + "/sessions";
  }
}
