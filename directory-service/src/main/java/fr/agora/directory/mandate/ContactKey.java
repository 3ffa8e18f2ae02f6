package fr.agora.directory.mandate;

/**
 * The questions a mandate answers, as words an index holds: the finder asks for all the words of a place at once, and
 * needs no query per step of its chain.
 */
public final class ContactKey {

    private ContactKey() {}

    /** Answers for this organisation and what hangs below it. */
    public static String organization(String id) {
        return "org/" + id;
    }

    /** Relay of a ministry in a territory. */
    public static String relay(String ministry, String territory) {
        return "relay/" + ministry + "/" + territory;
    }

    public static String referent(String territory) {
        return "referent/" + territory;
    }

    /** AMDAC of a ministry, or a delegate. */
    public static String amdac(String ministry) {
        return "amdac/" + ministry;
    }

    public static String agd() {
        return "agd";
    }
}
