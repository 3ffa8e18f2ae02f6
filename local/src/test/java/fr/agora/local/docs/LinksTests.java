package fr.agora.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever follows a link from one page of the documentation to another arrives. */
class LinksTests {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".agora");
    // pictures are shown, not followed
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

    @Test
    void everyLinkBetweenPagesLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        List<String> followed = new ArrayList<>();
        for (Path page : pages()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(each -> each.group(1))
                    .forEach(link -> {
                        followed.add(link);
                        if (!Files.exists(page.resolveSibling(link))) {
                            broken.add(CHECKOUT.relativize(page) + " → " + link);
                        }
                    });
        }
        assertThat(broken).isEmpty();
        assertThat(followed).hasSizeGreaterThan(20);
    }

    private static List<Path> pages() throws IOException {
        List<Path> found = new ArrayList<>();
        List<Path> folders = new ArrayList<>(List.of(CHECKOUT));
        while (!folders.isEmpty()) {
            try (Stream<Path> entries = Files.list(folders.removeLast())) {
                for (Path entry : entries.toList()) {
                    String name = entry.getFileName().toString();
                    if (Files.isDirectory(entry) && !NOT_OURS.contains(name)) {
                        folders.add(entry);
                    } else if (name.endsWith(".md")) {
                        found.add(entry);
                    }
                }
            }
        }
        return found;
    }
}
