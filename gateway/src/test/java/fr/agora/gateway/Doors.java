package fr.agora.gateway;

import fr.agora.platform.tls.Authority;
import fr.agora.platform.tls.TlsDoor;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Encrypted doors before the neighbours of a gateway, each of which demands a certificate. */
public final class Doors implements AutoCloseable {

    private final Authority authority = new Authority("the deployment");
    private final Path folder;
    private final Map<Integer, TlsDoor> doors = new HashMap<>();

    public Doors(Path folder) {
        this.folder = folder;
    }

    List<String> certificates() {
        return List.of(authority
                .write(folder, authority.certify("gateway", "localhost"))
                .settings());
    }

    /** Trusts what the gateway shows, and shows nothing: a browser. */
    SSLContext browser() {
        return authority.context(null);
    }

    /** The same address, through a door. */
    String before(String address) {
        int port = URI.create(address).getPort();
        String encrypted = address.replaceFirst(
                "//(127.0.0.1|localhost):\\d+", "//localhost:" + door(port).port());
        return encrypted.replaceFirst("^http:", "https:");
    }

    private TlsDoor door(int port) {
        return doors.computeIfAbsent(
                port, each -> TlsDoor.before(each, authority.context(authority.certify("neighbour", "localhost"))));
    }

    /** One that shows what another authority certified, or another host's name. */
    TlsDoor impostor(String address, Authority by, String host) {
        return TlsDoor.before(URI.create(address).getPort(), by.context(by.certify("impostor", host)));
    }

    Authority authority() {
        return authority;
    }

    /** Whom the door before this address has let in. */
    List<String> entered(String address) {
        return new ArrayList<>(door(URI.create(address).getPort()).entered());
    }

    @Override
    public void close() {
        doors.values().forEach(TlsDoor::close);
    }
}
