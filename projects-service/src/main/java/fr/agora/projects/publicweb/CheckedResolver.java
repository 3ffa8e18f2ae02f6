package fr.agora.projects.publicweb;

import fr.agora.projects.publicweb.FetchRefused.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a name once, for the connection that is about to be made: the address that was checked is the one connected
 * to, so a name that changes between the two changes nothing.
 */
final class CheckedResolver implements DnsResolver {

    private final DnsResolver names;
    private final Predicate<InetAddress> allowed;

    CheckedResolver(DnsResolver names, Predicate<InetAddress> allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        for (InetAddress address : found) {
            // one bad address spoils the name: whoever mixes them is trying something
            if (!allowed.test(address)) {
                throw new FetchRefused(Reason.NOT_PUBLIC, "the name leads inside");
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
