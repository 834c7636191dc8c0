package health.backstep.session.batch.edge;

/**
 * An item that can be taken in.
 *
 * @param position in the request, from 0
 */
record ReadItem(int position, BatchItem item) {

  /** Where it stands in the request. */
  String pointer() {
    return pointer(position);
  }

  static String pointer(int position) {
    return "/items/" + position;
  }
}
