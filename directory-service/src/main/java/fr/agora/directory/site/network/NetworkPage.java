package fr.agora.directory.site.network;

import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.network.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One network.
 *
 * @param members those the reader may see
 * @param next address of the following ones
 * @param admits whether the reader lets people in
 */
public record NetworkPage(
        Network network,
        List<MemberView> members,
        @Nullable String next,
        boolean further,
        List<Appointment> appointments,
        boolean admits) {

    /** @param title the role in words */
    public record Appointment(Mandate mandate, String title) {}
}
