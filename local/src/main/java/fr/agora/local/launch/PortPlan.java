package fr.agora.local.launch;

import java.util.OptionalInt;

/**
 * Who listens where: the gateway on its own port, everybody else in one block of twenty.
 *
 * <p>The block follows from the gateway's port, so that two platforms side by side need one setting each; it lies below
 * the range from which Linux takes the ports of outgoing connections.
 */
record PortPlan(int gateway, int block) {

    /** Size of the block. */
    static final int BLOCK = 20;

    private static final int FIRST = 10_000;
    private static final int BLOCKS = 1_130;

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
        GATEWAY_FIGURES
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
}
