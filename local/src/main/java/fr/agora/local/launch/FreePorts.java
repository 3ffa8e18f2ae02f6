package fr.agora.local.launch;

import fr.agora.local.launch.PortPlan.Use;
import fr.agora.local.process.Ports;
import java.util.Locale;

/** Looks whether the ports of a plan can be had, before anything is started. */
final class FreePorts {

    private FreePorts() {}

    /** Fails on the first port of the plan that somebody else holds. */
    static void check(PortPlan plan) throws LaunchFailure {
        if (isTaken(plan.gateway())) {
            throw new LaunchFailure(
                    new LaunchFailure.PortTaken(plan.gateway(), "the site", "AGORA_PORT=" + (plan.gateway() + 10)));
        }
        for (Use use : Use.values()) {
            if (isTaken(plan.of(use))) {
                throw new LaunchFailure(new LaunchFailure.PortTaken(
                        plan.of(use),
                        use.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        "AGORA_PORT_BLOCK=" + (plan.block() + 100 * PortPlan.BLOCK)));
            }
        }
    }

    // asked both ways: some systems let a second program bind the loopback of a port held on every address
    private static boolean isTaken(int port) {
        return !Ports.isFree(port) || Ports.answers(port);
    }
}
