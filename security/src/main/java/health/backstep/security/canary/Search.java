package health.backstep.security.canary;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks for all canaries in one place after the other, and proves that it has looked. */
public final class Search {

  private static final int AROUND = 90;

  private final Planted planted;
  private final Rules rules;
  private final Needles needles;
  private final Map<String, Report.Amount> searched = new TreeMap<>();
  private final Map<String, byte[]> awaited = new LinkedHashMap<>();
  private final Map<String, Find> leaks = new LinkedHashMap<>();
  private final Set<Kind> seen = EnumSet.noneOf(Kind.class);

  public Search(Planted planted, Rules rules) {
    this.planted = planted;
    this.rules = rules;
    this.needles = new Needles(planted.all());
  }

  /** Says what is known to be in a place, harmless as it is: without it nothing was proved. */
  public Search awaiting(String place, String marker) {
    return awaiting(place, marker.getBytes(StandardCharsets.UTF_8));
  }

  public Search awaiting(String place, byte[] marker) {
    awaited.put(place, marker);
    return this;
  }

  /** Searches a part of a place. */
  public void look(String place, byte[] content) {
    searched.merge(
        place, new Report.Amount(content.length, 1), (old, _) -> old.and(content.length));
    if (awaited.containsKey(place) && holds(content, awaited.get(place))) {
      awaited.remove(place);
    }
    Set<Canary> here = new HashSet<>();
    needles.find(
        content,
        (canary, at) -> {
          if (here.add(canary)) {
            note(canary, place, content, at);
          }
        });
  }

  public void look(String place, String content) {
    look(place, content.getBytes(StandardCharsets.UTF_8));
  }

  public Report report() {
    Set<Kind> kinds =
        planted.all().stream()
            .map(Canary::kind)
            .filter(kind -> !seen.contains(kind) && rules.knowAPlaceFor(kind))
            .collect(Collectors.toSet());
    return new Report(
        planted.all().size(),
        Map.copyOf(searched),
        List.copyOf(leaks.values()),
        List.copyOf(awaited.keySet()),
        kinds);
  }

  private void note(Canary canary, String place, byte[] content, int at) {
    if (rules.allow(canary.kind(), place)) {
      seen.add(canary.kind());
    } else {
      leaks.putIfAbsent(place + canary, new Find(canary, place, excerpt(content, at)));
    }
  }

  private static String excerpt(byte[] content, int at) {
    int from = Math.max(0, at - AROUND);
    int length = Math.min(content.length, at + AROUND) - from;
    return new String(content, from, length, StandardCharsets.UTF_8).replaceAll("[^ -~]", ".");
  }

  private static boolean holds(byte[] content, byte[] marker) {
    return new String(content, StandardCharsets.ISO_8859_1)
        .contains(new String(marker, StandardCharsets.ISO_8859_1));
  }
}
