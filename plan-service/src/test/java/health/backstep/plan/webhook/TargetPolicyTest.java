package health.backstep.plan.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.wire.Fault;
import health.backstep.wire.Refused;
import java.net.InetAddress;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPolicyTest {

  private static final TargetPolicy STRICT = new TargetPolicy(false, false);
  private static final TargetPolicy OPEN = new TargetPolicy(true, true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "100.64.0.1", "100.127.255.255", "::1", "fc00::1", "fd12:3456::1", "::ffff:127.0.0.1",
        "::ffff:10.1.2.3"
      })
  void privateAddressesAreCalledOnlyWhereTheConfigurationAllowsIt(String address) {
    assertThat(STRICT.allows(InetAddress.ofLiteral(address))).isFalse();
    assertThat(OPEN.allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0", "0.1.2.3", "169.254.169.254", "169.254.1.1", "192.0.0.192", "192.0.2.1",
        "192.88.99.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.1.1.1",
        "240.0.0.1", "255.255.255.255", "100.100.100.200", "168.63.129.16", "::", "fe80::1",
        "fec0::1", "ff02::1", "fd00:ec2::254", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2001::1",
        "2001:db8::1", "2002:a00:1::1", "::7f00:1", "::ffff:169.254.169.254", "3fff::1", "5f00::1"
      })
  void addressesThatNoPartnerCanMeanAreNeverCalled(String address) {
    assertThat(STRICT.allows(InetAddress.ofLiteral(address))).isFalse();
    assertThat(OPEN.allows(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1", "93.184.215.14", "172.15.255.255", "172.32.0.1", "100.63.255.255",
        "100.128.0.1", "192.167.255.255", "223.255.255.255", "2606:4700::1111", "2a00:1450::1"
      })
  void publicAddressesAreCalled(String address) {
    assertThat(STRICT.allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "partner.example/hook, URL_INVALID",
    "https:///hook, URL_INVALID",
    "https://under_score.example/hook, URL_INVALID",
    "https://partner.example/hook#part, URL_INVALID",
    "'https://partner.example/a b', URL_INVALID",
    "https://2130706433/hook, TARGET_REFUSED",
    "https://[fe80::1%25eth0]/hook, URL_INVALID",
    "http://partner.example/hook, SCHEME_REFUSED",
    "ftp://partner.example/hook, SCHEME_REFUSED",
    "file://partner.example/etc/passwd, SCHEME_REFUSED",
    "https://name:word@partner.example/hook, USER_INFO_REFUSED",
    "https://partner.example:22/hook, PORT_REFUSED",
    "https://partner.example:0/hook, PORT_REFUSED",
    "https://partner.example:65536/hook, PORT_REFUSED",
    "https://127.0.0.1/hook, TARGET_REFUSED",
    "https://[::1]:8443/hook, TARGET_REFUSED",
    "https://169.254.169.254/latest/meta-data, TARGET_REFUSED",
  })
  void aUrlThatIsNeverCalledIsRefusedWithItsReason(String url, String code) {
    assertThatThrownBy(() -> STRICT.target(url))
        .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
        .extracting(Refused::faults, InstanceOfAssertFactories.list(Fault.class))
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("/url", code));
  }

  @Test
  void aUrlOfOver2000CharactersIsRefused() {
    String longest = "https://partner.example/" + "a".repeat(2000 - 24);

    assertThat(STRICT.target(longest).host()).isEqualTo("partner.example");
    assertThatThrownBy(() -> STRICT.target(longest + "a")).isInstanceOf(Refused.class);
  }

  @Test
  void aTargetIsAskedForAtItsPortWithPathAndQuery() {
    Target whole = STRICT.target("https://partner.example:8443/a/b%20c?d=e");
    Target bare = STRICT.target("https://partner.example");

    assertThat(List.of(whole.host(), whole.port(), whole.pathAndQuery(), whole.encrypted()))
        .isEqualTo(List.of("partner.example", 8443, "/a/b%20c?d=e", true));
    assertThat(List.of(bare.port(), bare.pathAndQuery())).isEqualTo(List.of(443, "/"));
    assertThat(OPEN.target("http://localhost/x").port()).isEqualTo(80);
  }
}
