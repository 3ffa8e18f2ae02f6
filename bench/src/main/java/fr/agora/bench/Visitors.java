package fr.agora.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loopback addresses to call from, so that a load looks like many visitors: the gateway lets each address ask only so
 * much, and lifting that limit would measure another gateway than the one that runs.
 */
final class Visitors {

    /** What one visitor asks before another takes its place: below the burst that the gateway allows. */
    static final int QUESTIONS = 400;

    private static final int FIRST = 2 << 16;
    private static final int LAST = 250 << 16;

    private final AtomicInteger last = new AtomicInteger(FIRST + (int) (System.nanoTime() & 0x3f_ffff));

    /** @throws BenchFailure where only 127.0.0.1 is on loopback */
    InetAddress next() {
        int number = last.updateAndGet(before -> before >= LAST ? FIRST : before + 1);
        byte[] address = {127, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
        try {
            return InetAddress.getByAddress(address);
        } catch (IOException impossible) {
            throw new BenchFailure("Four bytes are no address here.", impossible);
        }
    }

    /** Fails early where an address of the loopback network cannot be called from. */
    void check() {
        InetAddress one = next();
        try (ServerSocket probe = new ServerSocket(0, 1, one)) {
            probe.getLocalPort();
        } catch (IOException notHere) {
            throw new BenchFailure(
                    "This system knows no other loopback address than 127.0.0.1, and the load is sent from many.",
                    notHere);
        }
    }
}
