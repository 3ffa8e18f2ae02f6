package fr.agora.search.catalogue;

/** The values of facets that have few of them, in one field: counting it costs what counting one of them does. */
public final class JointFacets {

    public static final String FIELD = "jointFacets";
    private static final char SEPARATOR = ':';

    private JointFacets() {}

    /** @param facet its name in addresses */
    static String joint(String facet, String value) {
        return facet + SEPARATOR + value;
    }

    /** The facet's name. */
    public static String facet(String joint) {
        return joint.substring(0, joint.indexOf(SEPARATOR));
    }

    /** What the facet's own field holds. */
    public static String value(String joint) {
        return joint.substring(joint.indexOf(SEPARATOR) + 1);
    }
}
