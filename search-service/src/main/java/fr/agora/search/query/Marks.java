package fr.agora.search.query;

/** Shows where the words were found, as HTML that holds nothing but {@code <mark>}. */
public final class Marks {

    /** Private-use characters: no text brings them, and no encoder of the engine's is trusted. */
    static final String START = "\ue000";

    static final String END = "\ue001";

    private Marks() {}

    /** Escapes everything, then writes the marks. */
    public static String html(String marked) {
        var html = new StringBuilder(marked.length() + 32);
        var open = false;
        for (int at = 0; at < marked.length(); at++) {
            char c = marked.charAt(at);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\ue000' -> {
                    if (!open) {
                        html.append("<mark>");
                    }
                    open = true;
                }
                case '\ue001' -> {
                    if (open) {
                        html.append("</mark>");
                    }
                    open = false;
                }
                default -> html.append(c);
            }
        }
        return open ? html.append("</mark>").toString() : html.toString();
    }
}
