package fr.agora.projects.importing;

import fr.agora.projects.yaml.Fields;
import fr.agora.projects.yaml.SafeYaml;
import fr.agora.projects.yaml.YamlRefused;
import java.util.Map;

/**
 * A Markdown file that begins with YAML between two lines of dashes.
 *
 * @param body the Markdown after it
 */
record FrontMatter(Fields fields, String body) {

    private static final String DASHES = "---";

    /**
     * Takes a file apart; one without front matter has no fields.
     *
     * @throws YamlRefused when the front matter is no YAML map, or larger than one may be
     */
    static FrontMatter of(String file) {
        String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        String unix = text.replace("\r\n", "\n");
        if (!unix.startsWith(DASHES + "\n")) {
            return new FrontMatter(new Fields(Map.of()), unix);
        }
        int end = unix.indexOf("\n" + DASHES, DASHES.length());
        if (end < 0) {
            return new FrontMatter(new Fields(SafeYaml.map(unix.substring(DASHES.length() + 1))), "");
        }
        int after = unix.indexOf('\n', end + 1);
        return new FrontMatter(
                new Fields(SafeYaml.map(unix.substring(DASHES.length(), end))),
                after < 0 ? "" : unix.substring(after + 1).strip());
    }
}
