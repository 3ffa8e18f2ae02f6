package fr.agora.local.launch;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Who listens where: the gateway on its own port, everybody else in one block of twenty-four.
 *
 * <p>The block follows from the gateway's port, so that two platforms side by side need one setting each; it lies below
 * the range from which Linux takes the ports of outgoing connections.
 */
record PortPlan(int gateway, int block) {

    /** Size of the block. */
    static final int BLOCK = 24;

    private static final int FIRST = 10_000;
    private static final int BLOCKS = 947;

    /** The uses of the block, each at its place: adding one at the end moves nobody. */
    enum Use {
        INDEX,
        INDEX_TRANSPORT,
        IDENTITY,
        IDENTITY_MANAGEMENT,
        BROKER,
        BROKER_DISTRIBUTION,
        BROKER_NAMES,
        GATEWAY_STORE,
        DIRECTORY_STORE,
        PROJECTS_STORE,
        JOBS_STORE,
        SEARCH_STORE,
        DIRECTORY,
        PROJECTS,
        JOBS,
        SEARCH,
        CONTROL,
        MAIL,
        SMTP,
        GATEWAY_FIGURES,
        SECOND_DIRECTORY,
        SECOND_PROJECTS,
        SECOND_JOBS,
        SECOND_SEARCH
    }

    static PortPlan of(int gateway, OptionalInt block) {
        return new PortPlan(gateway, block.orElseGet(() -> blockFor(gateway)));
    }

    private static int blockFor(int gateway) {
        int start = FIRST + gateway % BLOCKS * BLOCK;
        boolean holdsTheGateway = gateway >= start && gateway < start + BLOCK;
        return holdsTheGateway ? start + BLOCK : start;
    }

    int of(Use use) {
        return block + use.ordinal();
    }

    String uri(Use use) {
        return "http://127.0.0.1:" + of(use);
    }

    /** Where the instances of a service listen. */
    List<Integer> instances(Use service, int count) {
        return count == 1 ? List.of(of(service)) : List.of(of(service), of(Use.valueOf("SECOND_" + service)));
    }

    /** The addresses of its instances, as the gateway is told them. */
    String uris(Use service, int count) {
        return instances(service, count).stream()
                .map(port -> "http://127.0.0.1:" + port)
                .collect(Collectors.joining(","));
    }
}
