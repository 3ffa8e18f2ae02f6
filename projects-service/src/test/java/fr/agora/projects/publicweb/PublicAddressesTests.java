package fr.agora.projects.publicweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.agora.projects.publicweb.FetchRefused.Reason;
import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nobody is sent by an address they typed. */
class PublicAddressesTests {

    private static final Set<Integer> PORTS = Set.of(80, 443);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "fec0::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fd00:ec2::254"
            })
    void anAddressThatIsKeptForInsideIsNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "100.63.255.255", "100.128.0.1", "172.32.0.1", "185.199.108.133", "2606:4700::1111"})
    void theOthersAre(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "depot",
                "ftp://depot.exemple/a",
                "file:///etc/passwd",
                "gopher://depot.exemple/",
                "jar:http://depot.exemple!/a",
                "//depot.exemple/a",
                "http:///a",
                "http://localhost/",
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://1.1.1.1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[fd00::1]/",
                "http://169.254.169.254/latest/meta-data",
                "http://a:b@depot.exemple/",
                "http://depot.exemple@127.0.0.1/",
                "http://127.0.0.1#@depot.exemple/",
                "http://127.0.0.1\\@depot.exemple/",
                "http://depot.exemple:22/",
                "http://depot.exemple:0/",
                "https://depot.exemple:8443/",
                "http://depot..exemple/",
                "http://-depot.exemple/",
                "http://dépôt.exemple/",
                "http://depot.exemple\r\nHost: a/",
                "http://١٢٧.0.0.1/"
            })
    void whatIsNoAddressOfAPageIsRefusedBeforeAnythingIsAsked(String typed) {
        assertThatExceptionOfType(FetchRefused.class)
                .isThrownBy(() -> WebAddress.read(typed, PORTS))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://metadata.google.internal/", "https://gitlab.intranet/", "http://a.localhost/x"})
    void aNameOfInsideNetworksIsNotPublic(String typed) {
        assertThatExceptionOfType(FetchRefused.class)
                .isThrownBy(() -> WebAddress.read(typed, PORTS))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_PUBLIC));
    }

    @Test
    void anOrdinaryAddressPassesWithoutItsFragment() {
        assertThat(WebAddress.read(" https://Depot.exemple:443/a/b?c=d#e ", PORTS))
                .hasToString("https://Depot.exemple:443/a/b?c=d");
    }
}
