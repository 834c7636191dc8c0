package health.backstep.backbone.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds settings with which an event could be lost, doubled or put out of order. */
final class UnsafeSettings {

  private static final Pattern CHANNEL =
      Pattern.compile("mp\\.messaging\\.(incoming|outgoing)\\.(\"[^\"]+\"|[^.]+)\\.(.+)");

  private static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";
  private static final String GLOBAL = "kafka.";

  private record Channel(String direction, String name) {

    String prefix() {
      return "mp.messaging.%s.%s.".formatted(direction, name);
    }

    boolean isIncoming() {
      return direction.equals("incoming");
    }
  }

  private final Map<String, String> given;
  private final List<SafetyRule> producer = SafetyRule.PRODUCER;
  private final List<SafetyRule> consumer;
  private final List<String> faults = new ArrayList<>();

  private UnsafeSettings(GivenSettings given, String service) {
    this.given = new TreeMap<>(given.byName());
    this.consumer = SafetyRule.consumer(service);
  }

  /** One line for each unsafe setting: its name, what would happen, what to do. */
  static List<String> in(GivenSettings given, String service) {
    UnsafeSettings unsafe = new UnsafeSettings(given, service);
    unsafe.judge(GivenSettings.CLIENT, SafetyRule.PRODUCER);
    unsafe.judge(GivenSettings.CLIENT, unsafe.consumer);
    unsafe.judge(GivenSettings.PRODUCER, SafetyRule.PRODUCER);
    unsafe.judge(GivenSettings.CONSUMER, unsafe.consumer);
    for (String forAll : List.of(GLOBAL, CONNECTOR)) {
      unsafe.judge(forAll, SafetyRule.PRODUCER);
      unsafe.judge(forAll, unsafe.consumer);
    }
    unsafe.channels().forEach(unsafe::judge);
    return List.copyOf(unsafe.faults);
  }

  private void judge(String prefix, List<SafetyRule> rules) {
    for (SafetyRule rule : rules) {
      String name = prefix + rule.setting();
      String value = given.get(name);
      if (value != null && !isSafe(rule, value)) {
        faults.add(fault(name + "=" + value, rule));
      }
    }
  }

  /** A channel is unsafe also by what nobody set: its connector's defaults are not ours. */
  private void judge(Channel channel) {
    if (!given
        .getOrDefault(channel.prefix() + "connector", "smallrye-kafka")
        .equals("smallrye-kafka")) {
      return;
    }
    List<SafetyRule> rules = new ArrayList<>(channel.isIncoming() ? consumer : producer);
    if (channel.isIncoming()) {
      rules.addAll(SafetyRule.INCOMING_CHANNEL);
    }
    for (SafetyRule rule : rules) {
      String name = channel.prefix() + rule.setting();
      String own = given.get(name);
      if (own != null && !isSafe(rule, own)) {
        faults.add(fault(name + "=" + own, rule));
      } else if (own == null && isUnsafeWhenNotSet(rule)) {
        faults.add(fault(name + " is not set, which means " + rule.channelDefault(), rule));
      }
    }
  }

  private boolean isUnsafeWhenNotSet(SafetyRule rule) {
    boolean setForAll =
        given.containsKey(CONNECTOR + rule.setting()) || given.containsKey(GLOBAL + rule.setting());
    return !setForAll && !isSafe(rule, rule.channelDefault());
  }

  private List<Channel> channels() {
    return given.keySet().stream()
        .map(CHANNEL::matcher)
        .filter(Matcher::matches)
        .map(name -> new Channel(name.group(1), name.group(2)))
        .distinct()
        .toList();
  }

  /** As Kafka reads it: without spaces around, and a switch in small or capital letters. */
  private static boolean isSafe(SafetyRule rule, String value) {
    return rule.safe().test(value.strip())
        || rule.safe().test(value.strip().toLowerCase(Locale.ROOT));
  }

  private static String fault(String found, SafetyRule rule) {
    return "%s: %s. To do: %s.".formatted(found, rule.otherwise(), rule.instead());
  }
}
