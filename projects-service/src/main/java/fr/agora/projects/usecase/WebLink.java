package fr.agora.projects.usecase;

import fr.agora.platform.web.FieldProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An address people may follow: http or https, of a named machine, with no account in it. */
public final class WebLink {

    private static final int LONGEST = 500;

    private WebLink() {}

    /** The address, tidied; empty for anything else. */
    public static Optional<String> of(String typed) {
        String text = typed.strip();
        try {
            URI address = new URI(text);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            boolean named = address.getHost() != null && address.getHost().contains(".");
            return web && named && address.getRawUserInfo() == null && text.length() <= LONGEST
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (URISyntaxException odd) {
            return Optional.empty();
        }
    }

    static @Nullable String read(@Nullable String typed, String field, List<FieldProblem> problems) {
        String text = UseCaseReading.orAbsent(typed);
        if (text == null) {
            return null;
        }
        Optional<String> link = of(text);
        if (link.isEmpty() && text.length() <= LONGEST) {
            problems.add(FieldProblem.of(field, "use-case.link"));
        }
        return link.orElse(null);
    }
}
