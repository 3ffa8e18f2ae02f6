package fr.agora.search.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may find an entry, as tokens written into the index and compared by every query with those of the reader.
 *
 * @param readers any of them opens it
 * @param served any of them closes it, since that reader finds a fuller version of the same thing
 */
public record Audience(List<String> readers, List<String> served) {

    private static final String PUBLIC = "public";
    private static final String AGENTS = "agents";
    private static final String NETWORK = "network:";
    private static final String ACCOUNT = "account:";

    public Audience {
        readers = List.copyOf(readers);
        served = List.copyOf(served);
    }

    /**
     * Those a visibility opens to; nobody for what only its owner sees: that is not indexed at all.
     *
     * @param networks of the person whose it is
     * @param account of that person
     */
    public static Audience of(String visibility, List<String> networks, @Nullable String account) {
        return switch (visibility) {
            case "PUBLIC" -> new Audience(List.of(PUBLIC), List.of());
            case "AGENTS" -> new Audience(List.of(AGENTS), List.of());
            case "NETWORK" -> new Audience(peers(networks, account), List.of());
            case "ME" -> new Audience(List.of(), List.of());
            default -> throw new IllegalArgumentException("A visibility is unknown: \"%s\"".formatted(visibility));
        };
    }

    private static List<String> peers(List<String> networks, @Nullable String account) {
        var peers = new ArrayList<String>();
        networks.forEach(network -> peers.add(NETWORK + network));
        if (account != null) {
            peers.add(ACCOUNT + account);
        }
        return peers;
    }

    /** The same, less those a fuller version is for. */
    public Audience without(List<String> fuller) {
        return new Audience(
                readers,
                Stream.concat(served.stream(), fuller.stream()).distinct().toList());
    }

    public boolean isNobody() {
        return readers.isEmpty();
    }

    /** Whether somebody with these tokens finds it. */
    public boolean isOpenTo(Set<String> tokens) {
        return readers.stream().anyMatch(tokens::contains) && served.stream().noneMatch(tokens::contains);
    }

    /** What a visitor without an account holds. */
    public static Set<String> visitor() {
        return Set.of(PUBLIC);
    }

    /** What a logged-in reader holds. */
    public static Set<String> agent(String account, List<String> networks) {
        return Stream.concat(Stream.of(PUBLIC, AGENTS), peers(networks, account).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
