package fr.agora.directory.network;

import fr.agora.directory.mandate.MandateRole;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A network of people who work on the State's data. */
public enum Network {
    AMDAC("amdac"),
    DATALAB_HEADS("datalab-heads"),
    EIG("eig"),
    ALLIANCE("alliance"),
    REGIONAL_REFERENTS("regional-referents"),
    RELAYS("relays");

    private final String code;

    Network(String code) {
        this.code = code;
    }

    public static Optional<Network> of(String code) {
        return Arrays.stream(values())
                .filter(network -> network.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    /** The roles whose holders are in it; none for a network one is admitted to. */
    public List<MandateRole> roles() {
        return Arrays.stream(MandateRole.values())
                .filter(role -> role.network().equals(code))
                .toList();
    }

    public boolean isByAppointment() {
        return !roles().isEmpty();
    }
}
