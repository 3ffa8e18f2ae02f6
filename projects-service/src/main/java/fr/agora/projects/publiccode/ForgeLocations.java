package fr.agora.projects.publiccode;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where forges keep the raw publiccode.yml of a repository; two places at most are tried for one they do not know. */
final class ForgeLocations {

    private static final String FILE = "publiccode.yml";

    private ForgeLocations() {}

    /** Addresses to try in order; the address itself where it is already a file, or nothing is known of it. */
    static List<String> of(String typed) {
        String text = typed.strip();
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException odd) {
            return List.of(text);
        }
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        String path = address.getPath() == null
                ? ""
                : address.getPath().replaceAll("/+$", "").replaceAll("\\.git$", "");
        List<String> parts = parts(path);
        if (host.equals("github.com")) {
            return gitHub(text, parts);
        }
        if (isYaml(path) || parts.size() < 2) {
            return List.of(text);
        }
        String root = address.getScheme() + "://" + address.getRawAuthority();
        int marker = parts.indexOf("-");
        String project = "/" + String.join("/", marker < 0 ? parts : parts.subList(0, marker));
        String gitLab = root + project + "/-/raw/HEAD/" + FILE;
        String forgejo = root + "/api/v1/repos/" + parts.get(0) + "/" + parts.get(1) + "/raw/" + FILE;
        if (marker >= 0 || host.contains("gitlab") || parts.size() > 2) {
            return List.of(gitLab);
        }
        return host.contains("codeberg") || host.contains("forgejo") || host.contains("gitea")
                ? List.of(forgejo)
                : List.of(gitLab, forgejo);
    }

    private static List<String> gitHub(String text, List<String> parts) {
        if (parts.size() < 2) {
            return List.of(text);
        }
        String repository = "https://raw.githubusercontent.com/" + parts.get(0) + "/" + parts.get(1) + "/";
        boolean names = parts.size() > 4 && parts.get(2).equals("blob");
        return List.of(repository + (names ? String.join("/", parts.subList(3, parts.size())) : "HEAD/" + FILE));
    }

    private static boolean isYaml(String path) {
        return path.endsWith(".yml") || path.endsWith(".yaml");
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }
}
